-- Pages and news live the same life: one table, with all they were saved as.
create table site.contents (
    id uuid not null,
    tenant_id uuid not null,
    kind_name text not null,
    slug text not null,
    title text not null,
    summary text not null,
    body text not null,
    menu_order integer,
    published_at timestamptz,
    expires_at timestamptz,
    deleted_at timestamptz,
    preview_key text,
    preview_until timestamptz,
    review_months integer,
    review_on date,
    review_asked_for date,
    updated_at timestamptz not null,
    updated_by text,
    version integer not null,
    constraint contents_pkey primary key (tenant_id, id),
    constraint contents_tenant_id_fkey foreign key (tenant_id) references shell.tenants (id)
);
create unique index contents_kind_name_slug_key on site.contents (tenant_id, kind_name, slug) where deleted_at is null;
create index contents_kind_name_published_at_idx on site.contents (tenant_id, kind_name, published_at);
create unique index contents_preview_key_key on site.contents (tenant_id, preview_key);

create table site.versions (
    id uuid not null,
    tenant_id uuid not null,
    content_id uuid not null,
    number integer not null,
    wording jsonb not null,
    saved_by text,
    saved_at timestamptz not null,
    constraint versions_pkey primary key (tenant_id, id),
    constraint versions_tenant_id_fkey foreign key (tenant_id) references shell.tenants (id),
    constraint versions_content_id_fkey foreign key (tenant_id, content_id) references site.contents (tenant_id, id)
);
create unique index versions_content_id_number_key on site.versions (tenant_id, content_id, number);

insert into site.contents (id, tenant_id, kind_name, slug, title, summary, body, menu_order, published_at, updated_at, updated_by, version)
select id, tenant_id, 'page', slug, title, '', body, menu_order, case when published then updated_at end, updated_at, updated_by, version from site.pages
union all
select id, tenant_id, 'news', slug, title, summary, body, null, published_at, updated_at, updated_by, version from site.news;

insert into site.versions (id, tenant_id, content_id, number, wording, saved_by, saved_at)
select gen_random_uuid(), tenant_id, id, version,
    jsonb_build_object('kind', kind_name, 'title', title, 'summary', summary, 'body', body)
        || case when kind_name = 'page' then jsonb_build_object('menuOrder', menu_order) else '{}' end,
    updated_by, updated_at
from site.contents;

drop table site.pages;
drop table site.news;

call shell.raise_wall('site.contents');
call shell.raise_wall('site.versions');
call shell.show_to_visitors('site.contents');
