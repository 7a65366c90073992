-- Only adds: older nodes keep serving.
-- Which site an act of the operator was about, under the name it had then.
alter table shell.platform_audit_entries add column site_id uuid, add column site text;
create index platform_audit_entries_site_id_at_idx on shell.platform_audit_entries (site_id, at);
