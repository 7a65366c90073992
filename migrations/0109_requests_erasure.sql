-- Only adds: older nodes keep serving.
-- What stays of a request that was erased: nothing that names anybody.
create table requests.erased_requests (
    id uuid not null,
    tenant_id uuid not null,
    reference text not null,
    procedure text not null,
    received_at timestamptz not null,
    closed_at timestamptz,
    file_count integer not null,
    rule text not null,
    erased_at timestamptz not null,
    constraint erased_requests_pkey primary key (tenant_id, id),
    constraint erased_requests_tenant_id_fkey foreign key (tenant_id) references shell.tenants (id)
);
create index erased_requests_erased_at_idx on requests.erased_requests (tenant_id, erased_at);
call shell.raise_wall('requests.erased_requests');
revoke update, delete on requests.erased_requests from saas_app;

-- The only way by which a request and its timeline go: writing what stays of it. Nothing with anything newer than thirty days in its
-- timeline, which nobody can rewrite: an intruder cannot sweep behind them. A certificate whose request is not there, as after a restore,
-- takes nothing.
create function requests.erase() returns trigger
    language plpgsql security definer set search_path = '' as $$
begin
    if exists (select from requests.timeline_entries where tenant_id = new.tenant_id and request_id = new.id and at > now() - interval '30 days') then
        raise exception 'What happened to a request in the last thirty days is not erased.';
    end if;
    delete from requests.request_labels r using requests.erased_requests e where (e.tenant_id, e.id) = (new.tenant_id, new.id) and (r.tenant_id, r.request_id) = (e.tenant_id, e.id);
    delete from requests.opinions r using requests.erased_requests e where (e.tenant_id, e.id) = (new.tenant_id, new.id) and (r.tenant_id, r.id) = (e.tenant_id, e.id);
    delete from requests.planned_erasures r using requests.erased_requests e where (e.tenant_id, e.id) = (new.tenant_id, new.id) and (r.tenant_id, r.id) = (e.tenant_id, e.id);
    delete from requests.timeline_entries r using requests.erased_requests e where (e.tenant_id, e.id) = (new.tenant_id, new.id) and (r.tenant_id, r.request_id) = (e.tenant_id, e.id);
    delete from requests.requests r using requests.erased_requests e where (e.tenant_id, e.id) = (new.tenant_id, new.id) and (r.tenant_id, r.id) = (e.tenant_id, e.id);
    return null;
end $$;
revoke execute on function requests.erase from public;
create trigger erase after insert on requests.erased_requests
    for each row execute function requests.erase();
revoke delete on requests.requests from saas_app;
