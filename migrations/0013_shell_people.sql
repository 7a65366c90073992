alter table shell.accounts
    add column second_factor_exempt boolean not null default false,
    add column authenticator_key text;

create table shell.departments (
    id uuid not null,
    tenant_id uuid not null,
    name text not null,
    constraint departments_pkey primary key (tenant_id, id),
    constraint departments_tenant_id_fkey foreign key (tenant_id) references shell.tenants (id)
);
create unique index departments_name_key on shell.departments (tenant_id, name);
call shell.raise_wall('shell.departments');

alter table shell.memberships
    add column department_id uuid,
    add constraint memberships_department_id_fkey foreign key (tenant_id, department_id) references shell.departments (tenant_id, id);
create index memberships_department_id_idx on shell.memberships (tenant_id, department_id);

-- A person reads where they serve, whatever the commune of the page: the switch between communes asks so, for one transaction.
create policy person on shell.memberships for select
    using (account_id = nullif(current_setting('saas.account_id', true), '')::uuid);

create table shell.invitations (
    id uuid not null,
    tenant_id uuid not null,
    email text not null,
    normalized_email text not null,
    name text not null,
    role text not null,
    department_id uuid,
    invited_by text not null,
    token_hash bytea not null,
    sent_at timestamptz not null,
    expires_at timestamptz not null,
    constraint invitations_pkey primary key (tenant_id, id),
    constraint invitations_tenant_id_fkey foreign key (tenant_id) references shell.tenants (id),
    constraint invitations_department_id_fkey foreign key (tenant_id, department_id) references shell.departments (tenant_id, id)
);
create unique index invitations_normalized_email_key on shell.invitations (tenant_id, normalized_email);
create index invitations_department_id_idx on shell.invitations (tenant_id, department_id);
call shell.raise_wall('shell.invitations');

-- The default names the sessions that nodes of the older version open meanwhile.
alter table shell.sessions
    add column id uuid not null default gen_random_uuid(),
    add column last_seen_at timestamptz,
    add column user_agent text;
create unique index sessions_id_key on shell.sessions (id);

create table shell.switch_tickets (
    key_hash bytea not null,
    account_id uuid not null,
    session_id uuid not null,
    tenant_id uuid not null,
    expires_at timestamptz not null,
    constraint switch_tickets_pkey primary key (key_hash)
);
create index switch_tickets_expires_at_idx on shell.switch_tickets (expires_at);

create table shell.recovery_codes (
    account_id uuid not null,
    code_hash bytea not null,
    constraint recovery_codes_pkey primary key (account_id, code_hash),
    constraint recovery_codes_account_id_fkey foreign key (account_id) references shell.accounts (id)
);

create table shell.spent_codes (
    account_id uuid not null,
    code text not null,
    spent_at timestamptz not null,
    constraint spent_codes_pkey primary key (account_id, code),
    constraint spent_codes_account_id_fkey foreign key (account_id) references shell.accounts (id)
);

create table shell.lost_second_factors (
    id uuid not null,
    account_id uuid not null,
    tenant_id uuid not null,
    asked_by uuid not null,
    asked_at timestamptz not null,
    constraint lost_second_factors_pkey primary key (id),
    constraint lost_second_factors_account_id_fkey foreign key (account_id) references shell.accounts (id)
);
create unique index lost_second_factors_account_id_key on shell.lost_second_factors (account_id);
