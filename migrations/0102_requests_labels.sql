-- Only adds: older nodes keep serving.
create table requests.labels (
    id uuid not null,
    tenant_id uuid not null,
    name text not null,
    colour text not null,
    constraint labels_pkey primary key (tenant_id, id),
    constraint labels_tenant_id_fkey foreign key (tenant_id) references shell.tenants (id)
);
create unique index labels_name_key on requests.labels (tenant_id, name);
call shell.raise_wall('requests.labels');

create table requests.request_labels (
    tenant_id uuid not null,
    request_id uuid not null,
    label_id uuid not null,
    constraint request_labels_pkey primary key (tenant_id, request_id, label_id),
    constraint request_labels_tenant_id_fkey foreign key (tenant_id) references shell.tenants (id),
    constraint request_labels_request_id_fkey foreign key (tenant_id, request_id) references requests.requests (tenant_id, id),
    constraint request_labels_label_id_fkey foreign key (tenant_id, label_id) references requests.labels (tenant_id, id)
);
create index request_labels_label_id_idx on requests.request_labels (tenant_id, label_id);
call shell.raise_wall('requests.request_labels');
