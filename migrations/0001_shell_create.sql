create schema if not exists shell;
grant usage on schema shell to saas_app;
grant select on shell.migrations to saas_app;
alter default privileges in schema shell grant select, insert, update, delete on tables to saas_app;

-- French words without their accents, for every module's search.
create text search configuration shell.french (copy = pg_catalog.french);
alter text search configuration shell.french alter mapping for hword, hword_part, word with unaccent, french_stem;

create table shell.reference_epcis (
    siren text not null,
    name text not null,
    kind text,
    constraint reference_epcis_pkey primary key (siren)
);

create table shell.reference_communes (
    code text not null,
    name text not null,
    slug text not null,
    departement text,
    region text,
    siren text,
    population integer,
    postal_codes text[] not null,
    epci_siren text,
    constraint reference_communes_pkey primary key (code)
);
create unique index reference_communes_slug_key on shell.reference_communes (slug);
create index reference_communes_epci_siren_idx on shell.reference_communes (epci_siren);
revoke insert, update, delete on shell.reference_communes, shell.reference_epcis from saas_app;

create table shell.tenants (
    id uuid not null,
    slug text not null,
    name text not null,
    insee_code text not null,
    epci_siren text,
    state text not null,
    theme text not null,
    time_zone text not null,
    accent text,
    content_version bigint not null default 0,
    created_at timestamptz not null,
    constraint tenants_pkey primary key (id)
);
create unique index tenants_slug_key on shell.tenants (slug);
create unique index tenants_insee_code_key on shell.tenants (insee_code);

create table shell.tenant_hosts (
    host text not null,
    tenant_id uuid not null,
    canonical boolean not null,
    constraint tenant_hosts_pkey primary key (host),
    constraint tenant_hosts_tenant_id_fkey foreign key (tenant_id) references shell.tenants (id)
);
create index tenant_hosts_tenant_id_idx on shell.tenant_hosts (tenant_id);

-- Every node keeps all communes in memory: it is told which one changed.
create function shell.tenant_changed() returns trigger language plpgsql as $$
begin
    perform pg_notify('saas_tenants', coalesce(new.id, old.id)::text);
    return null;
end $$;
create trigger tenant_changed after insert or update or delete on shell.tenants
    for each row execute function shell.tenant_changed();

create function shell.tenant_host_changed() returns trigger language plpgsql as $$
begin
    perform pg_notify('saas_tenants', coalesce(new.tenant_id, old.tenant_id)::text);
    return null;
end $$;
create trigger tenant_host_changed after insert or update or delete on shell.tenant_hosts
    for each row execute function shell.tenant_host_changed();

-- The commune's own row is shown on every page.
create function shell.tenant_shown() returns trigger language plpgsql as $$
begin
    if (new.slug, new.name, new.state, new.theme, new.time_zone, new.accent)
        is distinct from (old.slug, old.name, old.state, old.theme, old.time_zone, old.accent) then
        new.content_version := old.content_version + 1;
    end if;
    return new;
end $$;
create trigger tenant_shown before update on shell.tenants
    for each row execute function shell.tenant_shown();

-- What visitors see has changed: cached pages of this commune get another key, from the commit on.
create function shell.content_changed() returns trigger language plpgsql as $$
begin
    update shell.tenants set content_version = content_version + 1
        where id = nullif(current_setting('saas.tenant_id', true), '')::uuid;
    return null;
end $$;

-- The fourth wall, for every table that a commune owns. Enabled, not forced: migrations and backups run as the owner.
create procedure shell.raise_wall(owned regclass) language plpgsql as $$
begin
    execute format('alter table %s enable row level security', owned);
    execute format('create policy tenant on %s using (tenant_id = nullif(current_setting(''saas.tenant_id'', true), '''')::uuid)', owned);
end $$;

create procedure shell.show_to_visitors(shown regclass) language plpgsql as $$
begin
    execute format('create trigger content_changed after insert or update or delete on %s for each statement execute function shell.content_changed()', shown);
end $$;

create table shell.accounts (
    id uuid not null,
    display_name text not null,
    is_operator boolean not null,
    user_name text,
    normalized_user_name text,
    email text,
    normalized_email text,
    email_confirmed boolean not null,
    password_hash text,
    security_stamp text,
    concurrency_stamp text,
    two_factor_enabled boolean not null,
    lockout_end timestamptz,
    lockout_enabled boolean not null,
    access_failed_count integer not null,
    constraint accounts_pkey primary key (id)
);
create unique index accounts_normalized_email_key on shell.accounts (normalized_email);

create table shell.memberships (
    id uuid not null,
    tenant_id uuid not null,
    account_id uuid not null,
    role text not null,
    constraint memberships_pkey primary key (tenant_id, id),
    constraint memberships_account_id_fkey foreign key (account_id) references shell.accounts (id),
    constraint memberships_tenant_id_fkey foreign key (tenant_id) references shell.tenants (id)
);
create unique index memberships_account_id_key on shell.memberships (tenant_id, account_id);
create index memberships_account_id_idx on shell.memberships (account_id);
call shell.raise_wall('shell.memberships');

create table shell.sessions (
    key_hash bytea not null,
    account_id uuid not null,
    tenant_id uuid,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    constraint sessions_pkey primary key (key_hash),
    constraint sessions_account_id_fkey foreign key (account_id) references shell.accounts (id)
);
create index sessions_account_id_idx on shell.sessions (account_id);
create index sessions_expires_at_idx on shell.sessions (expires_at);

create table shell.data_protection_keys (
    name text not null,
    xml text not null,
    constraint data_protection_keys_pkey primary key (name)
);

create table shell.kept_posts (
    id uuid not null,
    tenant_id uuid not null,
    key_hash bytea not null,
    address text not null,
    fields jsonb not null,
    kept_at timestamptz not null,
    constraint kept_posts_pkey primary key (tenant_id, id),
    constraint kept_posts_tenant_id_fkey foreign key (tenant_id) references shell.tenants (id)
);
create unique index kept_posts_key_hash_key on shell.kept_posts (tenant_id, key_hash);
call shell.raise_wall('shell.kept_posts');

create table shell.settings (
    tenant_id uuid not null,
    module text not null,
    values jsonb not null,
    constraint settings_pkey primary key (tenant_id, module),
    constraint settings_tenant_id_fkey foreign key (tenant_id) references shell.tenants (id)
);
call shell.raise_wall('shell.settings');
call shell.show_to_visitors('shell.settings');

create table shell.stored_files (
    id uuid not null,
    tenant_id uuid not null,
    module text not null,
    name text not null,
    content_type text not null,
    size bigint not null,
    checksum text not null,
    received_at timestamptz not null,
    constraint stored_files_pkey primary key (tenant_id, id),
    constraint stored_files_tenant_id_fkey foreign key (tenant_id) references shell.tenants (id)
);
call shell.raise_wall('shell.stored_files');

create table shell.outgoing_mails (
    id uuid not null,
    tenant_id uuid not null,
    recipient text not null,
    subject text not null,
    paragraphs jsonb not null,
    reply_to text,
    state text not null,
    refusal text,
    queued_at timestamptz not null,
    ended_at timestamptz,
    constraint outgoing_mails_pkey primary key (tenant_id, id),
    constraint outgoing_mails_tenant_id_fkey foreign key (tenant_id) references shell.tenants (id)
);
create index outgoing_mails_recipient_idx on shell.outgoing_mails (tenant_id, recipient);
call shell.raise_wall('shell.outgoing_mails');

create table shell.due_work (
    tenant_id uuid not null,
    kind text not null,
    id uuid not null,
    due_at timestamptz not null,
    attempts integer not null,
    locked_until timestamptz,
    last_error text,
    constraint due_work_pkey primary key (tenant_id, kind, id)
);
create index due_work_due_at_idx on shell.due_work (due_at);
