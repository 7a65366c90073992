-- Files from before a scanner was asked: they are looked at when one is configured.
alter table shell.stored_files
    add column scan text not null default 'NotScanned',
    add column finding text;
create index stored_files_received_at_idx on shell.stored_files (tenant_id, received_at);

-- What each commune keeps, counted as files come and go, so that the console adds nothing up.
create table shell.file_usage (
    tenant_id uuid not null,
    files bigint not null,
    bytes bigint not null,
    constraint file_usage_pkey primary key (tenant_id),
    constraint file_usage_tenant_id_fkey foreign key (tenant_id) references shell.tenants (id)
);
insert into shell.file_usage (tenant_id, files, bytes)
    select tenant_id, count(*), sum(size) from shell.stored_files group by tenant_id;

create function shell.count_file() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        insert into shell.file_usage as known (tenant_id, files, bytes) values (new.tenant_id, 1, new.size)
            on conflict (tenant_id) do update set files = known.files + 1, bytes = known.bytes + excluded.bytes;
    else
        update shell.file_usage set files = files - 1, bytes = bytes - old.size where tenant_id = old.tenant_id;
    end if;
    return null;
end $$;
create trigger count_file after insert or delete on shell.stored_files
    for each row execute function shell.count_file();

-- The first night of communes that have files already; each night plans the next.
insert into shell.due_work (tenant_id, kind, id, due_at, attempts)
    select distinct tenant_id, 'shell.sweep-files', '00000000-0000-0000-0000-000000000000'::uuid, now() + interval '1 day', 0 from shell.stored_files;
