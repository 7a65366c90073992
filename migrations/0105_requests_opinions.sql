-- Only adds: older nodes keep serving.
-- By request: what whoever sent it thinks of how it was dealt with.
create table requests.opinions (
    id uuid not null,
    tenant_id uuid not null,
    score integer not null,
    words text not null,
    given_at timestamptz not null,
    constraint opinions_pkey primary key (tenant_id, id),
    constraint opinions_tenant_id_fkey foreign key (tenant_id) references shell.tenants (id),
    constraint opinions_id_fkey foreign key (tenant_id, id) references requests.requests (tenant_id, id)
);
call shell.raise_wall('requests.opinions');
