-- The models of a group are not those of a commune: the same name may stand in both.
alter table forms.starter_forms
    add column kind text not null default 'Commune',
    drop constraint starter_forms_pkey,
    add constraint starter_forms_pkey primary key (kind, slug);
