-- Only adds: older nodes keep serving.
-- A draft goes on with on another device: by a link sent by mail, whose key is known here by its hash.
alter table forms.drafts add column guest_key_hash bytea;
alter table forms.drafts add column resume_token_hash bytea;
alter table forms.drafts add column links_sent integer not null default 0;
create index drafts_resume_token_hash_idx on forms.drafts (tenant_id, resume_token_hash);
