alter table shell.outgoing_mails
    add column about uuid,
    add column page text,
    add column secret boolean not null default false,
    add column replaces uuid,
    add column attempts integer not null default 0,
    add column last_failure text,
    add column last_attempt_at timestamptz,
    add column erased_at timestamptz,
    add column handled_at timestamptz,
    add column handled_by text,
    add constraint outgoing_mails_replaces_fkey foreign key (tenant_id, replaces) references shell.outgoing_mails (tenant_id, id);
create index outgoing_mails_about_idx on shell.outgoing_mails (tenant_id, about);
create index outgoing_mails_queued_at_idx on shell.outgoing_mails (tenant_id, queued_at);
create unique index outgoing_mails_replaces_key on shell.outgoing_mails (tenant_id, replaces);
