create table shell.audit_entries (
    id uuid not null,
    tenant_id uuid not null,
    at timestamptz not null,
    account_id uuid,
    person text not null,
    kind text not null,
    deed text not null,
    address text,
    changes jsonb not null,
    search_text text not null,
    constraint audit_entries_pkey primary key (tenant_id, id),
    constraint audit_entries_tenant_id_fkey foreign key (tenant_id) references shell.tenants (id)
);
create index audit_entries_at_idx on shell.audit_entries (tenant_id, at);
call shell.raise_wall('shell.audit_entries');

create table shell.platform_audit_entries (
    id uuid not null,
    at timestamptz not null,
    account_id uuid,
    person text not null,
    kind text not null,
    deed text not null,
    address text,
    changes jsonb not null,
    search_text text not null,
    constraint platform_audit_entries_pkey primary key (id)
);
create index platform_audit_entries_at_idx on shell.platform_audit_entries (at);

-- Whoever takes the application over can write here, and rewrite nothing of what is there.
revoke update, delete, truncate on shell.audit_entries, shell.platform_audit_entries from saas_app;

-- The only way out, by age. Whatever is asked for, the last year stays: an intruder cannot sweep behind them.
create function shell.purge_audit(older_than timestamptz) returns void
    language sql security definer set search_path = '' as $$
    delete from shell.audit_entries where at < least(older_than, now() - interval '1 year');
    delete from shell.platform_audit_entries where at < least(older_than, now() - interval '1 year');
$$;
revoke execute on function shell.purge_audit from public;
grant execute on function shell.purge_audit to saas_app;
