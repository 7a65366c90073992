-- Which optional modules a commune has. The list is shown on every page, by what its menus lead to.
alter table shell.tenants add column modules text[] not null default '{requests,forms}';

create or replace function shell.tenant_shown() returns trigger language plpgsql as $$
begin
    if (new.slug, new.name, new.state, new.theme, new.time_zone, new.accent, new.modules)
        is distinct from (old.slug, old.name, old.state, old.theme, old.time_zone, old.accent, old.modules) then
        new.content_version := old.content_version + 1;
    end if;
    return new;
end $$;
