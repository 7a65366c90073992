create schema forms;
grant usage on schema forms to saas_app;
alter default privileges in schema forms grant select, insert, update, delete on tables to saas_app;

-- Ready models, one for all communes: read from the blueprint at deployment.
create table forms.starter_forms (
    slug text not null,
    title text not null,
    summary text not null,
    introduction text not null,
    questions jsonb not null,
    constraint starter_forms_pkey primary key (slug)
);

create table forms.forms (
    id uuid not null,
    tenant_id uuid not null,
    title text not null,
    slug text not null,
    summary text not null,
    introduction text not null,
    questions jsonb not null,
    last_removed jsonb,
    recipient text not null,
    closing_words text not null,
    state text not null,
    edition_number integer not null,
    has_unpublished_changes boolean not null,
    version integer not null,
    constraint forms_pkey primary key (tenant_id, id),
    constraint forms_tenant_id_fkey foreign key (tenant_id) references shell.tenants (id)
);
create unique index forms_slug_key on forms.forms (tenant_id, slug);
call shell.raise_wall('forms.forms');
call shell.show_to_visitors('forms.forms');

create table forms.editions (
    id uuid not null,
    tenant_id uuid not null,
    form_id uuid not null,
    number integer not null,
    title text not null,
    summary text not null,
    introduction text not null,
    questions jsonb not null,
    published_at timestamptz not null,
    constraint editions_pkey primary key (tenant_id, id),
    constraint editions_form_id_fkey foreign key (tenant_id, form_id) references forms.forms (tenant_id, id),
    constraint editions_tenant_id_fkey foreign key (tenant_id) references shell.tenants (id)
);
create unique index editions_form_id_number_key on forms.editions (tenant_id, form_id, number);
call shell.raise_wall('forms.editions');
call shell.show_to_visitors('forms.editions');

create table forms.drafts (
    id uuid not null,
    tenant_id uuid not null,
    form_id uuid not null,
    edition_id uuid not null,
    owner_key_hash bytea not null,
    answers jsonb not null,
    files jsonb not null,
    started_at timestamptz not null,
    updated_at timestamptz not null,
    version integer not null,
    constraint drafts_pkey primary key (tenant_id, id),
    constraint drafts_edition_id_fkey foreign key (tenant_id, edition_id) references forms.editions (tenant_id, id),
    constraint drafts_form_id_fkey foreign key (tenant_id, form_id) references forms.forms (tenant_id, id),
    constraint drafts_tenant_id_fkey foreign key (tenant_id) references shell.tenants (id)
);
create index drafts_edition_id_idx on forms.drafts (tenant_id, edition_id);
create index drafts_form_id_idx on forms.drafts (tenant_id, form_id);
create index drafts_owner_key_hash_form_id_idx on forms.drafts (tenant_id, owner_key_hash, form_id);
call shell.raise_wall('forms.drafts');
