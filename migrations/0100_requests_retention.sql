-- Only adds: older nodes keep serving.
-- How long this one is kept, out of what its procedure promised.
alter table requests.requests add column retention_months integer generated always as ((terms ->> 'retentionMonths')::integer) stored;
create index requests_closed_at_idx on requests.requests (tenant_id, closed_at);
create index requests_quarantined_at_idx on requests.requests (tenant_id, quarantined_at);

-- What is erased is announced first, thirty days before.
create table requests.planned_erasures (
    id uuid not null,
    tenant_id uuid not null,
    announced_at timestamptz not null,
    erase_on date not null,
    kept_until date,
    kept_because text not null,
    kept_by text not null,
    constraint planned_erasures_pkey primary key (tenant_id, id),
    constraint planned_erasures_tenant_id_fkey foreign key (tenant_id) references shell.tenants (id),
    constraint planned_erasures_id_fkey foreign key (tenant_id, id) references requests.requests (tenant_id, id)
);
create index planned_erasures_erase_on_idx on requests.planned_erasures (tenant_id, erase_on);
call shell.raise_wall('requests.planned_erasures');
