-- Only adds: older nodes keep serving.
create table site.medias (
    id uuid not null,
    tenant_id uuid not null,
    name text not null,
    content_type text not null,
    checksum text not null,
    main_file text not null,
    bytes bigint not null,
    width integer not null,
    height integer not null,
    alternative text,
    focus text not null,
    added_by text,
    added_at timestamptz not null,
    deleted_at timestamptz,
    constraint medias_pkey primary key (tenant_id, id),
    constraint medias_tenant_id_fkey foreign key (tenant_id) references shell.tenants (id)
);
create unique index medias_checksum_key on site.medias (tenant_id, checksum) where deleted_at is null;
create index medias_added_at_idx on site.medias (tenant_id, added_at);

create table site.media_files (
    id uuid not null,
    tenant_id uuid not null,
    media_id uuid not null,
    name text not null,
    constraint media_files_pkey primary key (tenant_id, id),
    constraint media_files_tenant_id_fkey foreign key (tenant_id) references shell.tenants (id),
    constraint media_files_media_id_fkey foreign key (tenant_id, media_id) references site.medias (tenant_id, id)
);
create unique index media_files_media_id_name_key on site.media_files (tenant_id, media_id, name);

alter table site.contents add column picture_id uuid;
create index contents_picture_id_idx on site.contents (tenant_id, picture_id);
alter table site.contents add constraint contents_picture_id_fkey foreign key (tenant_id, picture_id) references site.medias (tenant_id, id);

call shell.raise_wall('site.medias');
call shell.raise_wall('site.media_files');
call shell.show_to_visitors('site.medias');
