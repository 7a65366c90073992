create schema requests;
grant usage on schema requests to saas_app;
alter default privileges in schema requests grant select, insert, update, delete on tables to saas_app;

create table requests.requests (
    id uuid not null,
    tenant_id uuid not null,
    source_id uuid not null,
    reference text not null,
    code text not null,
    fingerprint text not null,
    module text not null,
    procedure text not null,
    procedure_address text not null,
    sender_name text not null,
    sender_email text,
    recipient text not null,
    answers jsonb not null,
    search_text text not null,
    received_at timestamptz not null,
    state text not null,
    outcome text,
    closed_at timestamptz,
    quarantined_at timestamptz,
    waiting_since timestamptz,
    has_unread_message boolean not null,
    version integer not null,
    constraint requests_pkey primary key (tenant_id, id),
    constraint requests_tenant_id_fkey foreign key (tenant_id) references shell.tenants (id)
);
create unique index requests_source_id_key on requests.requests (tenant_id, source_id);
create unique index requests_reference_key on requests.requests (tenant_id, reference);
create index requests_waiting_since_idx on requests.requests (tenant_id, waiting_since);
call shell.raise_wall('requests.requests');

create table requests.timeline_entries (
    id uuid not null,
    tenant_id uuid not null,
    request_id uuid not null,
    at timestamptz not null,
    kind text not null,
    author_name text not null,
    text text not null,
    visible_to_resident boolean not null,
    constraint timeline_entries_pkey primary key (tenant_id, id),
    constraint timeline_entries_tenant_id_fkey foreign key (tenant_id) references shell.tenants (id),
    constraint timeline_entries_request_id_fkey foreign key (tenant_id, request_id) references requests.requests (tenant_id, id)
);
create index timeline_entries_request_id_idx on requests.timeline_entries (tenant_id, request_id);
call shell.raise_wall('requests.timeline_entries');

-- The timeline is what the commune shows when somebody asks who said what and when: acknowledgement, answer, refusal (CRPA L112-13).
-- Nothing that the application does, by mistake or by intrusion, may rewrite it. What must go one day (end of retention, erasure)
-- will go through a function of the owner's, made for that.
revoke update, delete on requests.timeline_entries from saas_app;
