-- Only adds: older nodes keep serving.
-- A commune lets the operator in, for a time.
create table shell.assistance_consents (
    id uuid not null,
    tenant_id uuid not null,
    purpose text not null,
    may_act boolean not null,
    opened_at timestamptz not null,
    opened_by text not null,
    expires_at timestamptz not null,
    ended_at timestamptz,
    ended_by text,
    constraint assistance_consents_pkey primary key (tenant_id, id),
    constraint assistance_consents_tenant_id_fkey foreign key (tenant_id) references shell.tenants (id)
);
-- One at a time.
create unique index assistance_consents_tenant_id_key on shell.assistance_consents (tenant_id) where ended_at is null;
call shell.raise_wall('shell.assistance_consents');

-- The account is named, not pointed at: it is the platform's, and no part of what the commune takes along.
create table shell.assistance_visits (
    id uuid not null,
    tenant_id uuid not null,
    consent_id uuid not null,
    account_id uuid not null,
    person text not null,
    entered_at timestamptz not null,
    left_at timestamptz,
    constraint assistance_visits_pkey primary key (tenant_id, id),
    constraint assistance_visits_tenant_id_fkey foreign key (tenant_id) references shell.tenants (id),
    constraint assistance_visits_consent_id_fkey foreign key (tenant_id, consent_id) references shell.assistance_consents (tenant_id, id)
);
create index assistance_visits_consent_id_idx on shell.assistance_visits (tenant_id, consent_id);
call shell.raise_wall('shell.assistance_visits');

-- Set: the session is one of assistance, and opens nothing by a membership. An older node finds no membership for it.
alter table shell.sessions add column visit_id uuid;
alter table shell.switch_tickets add column consent_id uuid;

-- Who was let in goes from here when the trail forgets it; the last year stays, as there.
create function shell.purge_assistance(older_than timestamptz) returns void
    language sql security definer set search_path = '' as $$
    delete from shell.assistance_visits v using shell.assistance_consents c
        where c.tenant_id = v.tenant_id and c.id = v.consent_id and c.ended_at < least(older_than, now() - interval '1 year');
    delete from shell.assistance_consents where ended_at < least(older_than, now() - interval '1 year');
$$;
revoke execute on function shell.purge_assistance from public;
grant execute on function shell.purge_assistance to saas_app;

-- However a commune is closed, whoever was let in is out for good: reopened, it is entered anew.
create function shell.tenant_closed() returns trigger language plpgsql security definer set search_path = '' as $$
begin
    delete from shell.sessions s using shell.assistance_visits v where v.tenant_id = new.id and s.visit_id = v.id;
    return null;
end $$;
create trigger tenant_closed after update of state on shell.tenants
    for each row when (new.state = 'Disabled') execute function shell.tenant_closed();
