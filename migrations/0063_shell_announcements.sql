-- Only adds: older nodes keep serving.
create table shell.announcements (
    id uuid not null,
    text text not null,
    level text not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    withdrawn_at timestamptz,
    constraint announcements_pkey primary key (id)
);
create index announcements_ends_at_idx on shell.announcements (ends_at);

-- Every node keeps those of now and to come in memory: it is told when one changes.
create function shell.announcement_changed() returns trigger language plpgsql as $$
begin
    perform pg_notify('saas_announcements', '');
    return null;
end $$;
create trigger announcement_changed after insert or update or delete on shell.announcements
    for each statement execute function shell.announcement_changed();
