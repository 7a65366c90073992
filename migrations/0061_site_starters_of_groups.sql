-- What a group starts with is not what a commune starts with: the same address may stand in both.
alter table site.starter_pages
    add column kind text not null default 'Commune',
    drop constraint starter_pages_pkey,
    add constraint starter_pages_pkey primary key (kind, slug);
