-- A group of communes is a tenant of another kind: no INSEE code, a SIREN when it is an EPCI. A node of the version before cannot read
-- one, so this does not claim to only add. What it shows by its département is that of most of its members.
alter table shell.tenants
    add column kind text not null default 'Commune',
    add column siren text,
    add column departement text,
    alter column insee_code drop not null,
    add constraint tenants_kind_check check (kind in ('Commune', 'Group') and (kind = 'Commune') = (insee_code is not null));
create unique index tenants_siren_key on shell.tenants (siren);
create index tenants_kind_slug_idx on shell.tenants (kind, slug);

create or replace function shell.tenant_shown() returns trigger language plpgsql as $$
begin
    if (new.slug, new.name, new.state, new.theme, new.time_zone, new.accent, new.modules, new.blason, new.banner, new.banner_small, new.departement)
        is distinct from (old.slug, old.name, old.state, old.theme, old.time_zone, old.accent, old.modules, old.blason, old.banner, old.banner_small, old.departement) then
        new.content_version := old.content_version + 1;
    end if;
    return new;
end $$;

-- Members by INSEE code: a commune belongs to a group before it is on the platform, and to as many groups as it likes.
create table shell.group_members (
    tenant_id uuid not null,
    commune_code text not null,
    added_at timestamptz not null,
    constraint group_members_pkey primary key (tenant_id, commune_code),
    constraint group_members_tenant_id_fkey foreign key (tenant_id) references shell.tenants (id)
);
create index group_members_commune_code_idx on shell.group_members (commune_code);

-- Its wall is not that of the other tables: on the platform's own host everything is read and written; a group reads its members, a
-- commune the groups it is in, and neither writes.
alter table shell.group_members enable row level security;
create policy platform on shell.group_members
    using (nullif(current_setting('saas.tenant_id', true), '') is null);
create policy own on shell.group_members for select
    using (
        tenant_id = nullif(current_setting('saas.tenant_id', true), '')::uuid
        or commune_code = (select t.insee_code from shell.tenants t where t.id = nullif(current_setting('saas.tenant_id', true), '')::uuid));
