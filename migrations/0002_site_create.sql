create schema site;
grant usage on schema site to saas_app;
alter default privileges in schema site grant select, insert, update, delete on tables to saas_app;

-- What every commune starts with, once for all of them.
create table site.starter_pages (
    slug text not null,
    title text not null,
    body text not null,
    menu_order integer,
    version integer not null,
    constraint starter_pages_pkey primary key (slug)
);

create table site.pages (
    id uuid not null,
    tenant_id uuid not null,
    slug text not null,
    title text not null,
    body text not null,
    menu_order integer,
    published boolean not null,
    updated_at timestamptz not null,
    updated_by text,
    version integer not null,
    constraint pages_pkey primary key (tenant_id, id),
    constraint pages_tenant_id_fkey foreign key (tenant_id) references shell.tenants (id)
);
create unique index pages_slug_key on site.pages (tenant_id, slug);
call shell.raise_wall('site.pages');
call shell.show_to_visitors('site.pages');

create table site.news (
    id uuid not null,
    tenant_id uuid not null,
    slug text not null,
    title text not null,
    summary text not null,
    body text not null,
    published_at timestamptz,
    updated_at timestamptz not null,
    updated_by text,
    version integer not null,
    constraint news_pkey primary key (tenant_id, id),
    constraint news_tenant_id_fkey foreign key (tenant_id) references shell.tenants (id)
);
create unique index news_slug_key on site.news (tenant_id, slug);
create index news_published_at_idx on site.news (tenant_id, published_at);
call shell.raise_wall('site.news');
call shell.show_to_visitors('site.news');
