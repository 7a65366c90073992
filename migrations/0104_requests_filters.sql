-- Only adds: older nodes keep serving.
create table requests.saved_filters (
    id uuid not null,
    tenant_id uuid not null,
    owner_id uuid not null,
    name text not null,
    shared boolean not null,
    filter jsonb not null,
    constraint saved_filters_pkey primary key (tenant_id, id),
    constraint saved_filters_tenant_id_fkey foreign key (tenant_id) references shell.tenants (id)
);
create unique index saved_filters_owner_id_name_key on requests.saved_filters (tenant_id, owner_id, name);
call shell.raise_wall('requests.saved_filters');

-- By account: which columns this person looks at.
create table requests.list_columns (
    id uuid not null,
    tenant_id uuid not null,
    columns jsonb not null,
    constraint list_columns_pkey primary key (tenant_id, id),
    constraint list_columns_tenant_id_fkey foreign key (tenant_id) references shell.tenants (id)
);
call shell.raise_wall('requests.list_columns');
