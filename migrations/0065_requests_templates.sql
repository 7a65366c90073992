-- Only adds: older nodes keep serving.
create table requests.reply_templates (
    id uuid not null,
    tenant_id uuid not null,
    title text not null,
    text text not null,
    constraint reply_templates_pkey primary key (tenant_id, id),
    constraint reply_templates_tenant_id_fkey foreign key (tenant_id) references shell.tenants (id)
);
create unique index reply_templates_title_key on requests.reply_templates (tenant_id, title);
call shell.raise_wall('requests.reply_templates');
