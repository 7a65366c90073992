-- A node that missed a notification asks what changed since: cheap whatever the number of communes.
alter table shell.tenants add column changed_at timestamptz not null default clock_timestamp();
create index tenants_changed_at_idx on shell.tenants (changed_at);

create function shell.tenant_touched() returns trigger language plpgsql as $$
begin
    new.changed_at := clock_timestamp();
    return new;
end $$;
create trigger tenant_touched before update on shell.tenants
    for each row execute function shell.tenant_touched();

-- A commune's domain is written on its pages: they are made again, and its nodes are told by the commune's own trigger.
create or replace function shell.tenant_host_changed() returns trigger language plpgsql as $$
begin
    update shell.tenants set content_version = content_version + 1
        where id in (new.tenant_id, old.tenant_id);
    return null;
end $$;
