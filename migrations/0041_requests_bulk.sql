-- Only adds: older nodes keep serving.
create table requests.bulk_acts (
    id uuid not null,
    tenant_id uuid not null,
    kind text not null,
    author_name text not null,
    at timestamptz not null,
    done jsonb not null,
    left_aside jsonb not null,
    mails jsonb not null,
    undone_at timestamptz,
    constraint bulk_acts_pkey primary key (tenant_id, id),
    constraint bulk_acts_tenant_id_fkey foreign key (tenant_id) references shell.tenants (id)
);
create index bulk_acts_at_idx on requests.bulk_acts (tenant_id, at);
call shell.raise_wall('requests.bulk_acts');
