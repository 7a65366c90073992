-- A commune's pictures, kept in its file store: the blason, and the banner in two sizes. Once staff have chosen the look, a folder of
-- tenants/ applied again leaves it alone.
alter table shell.tenants
    add column blason uuid,
    add column banner uuid,
    add column banner_small uuid,
    add column look_chosen boolean not null default false;

create or replace function shell.tenant_shown() returns trigger language plpgsql as $$
begin
    if (new.slug, new.name, new.state, new.theme, new.time_zone, new.accent, new.modules, new.blason, new.banner, new.banner_small)
        is distinct from (old.slug, old.name, old.state, old.theme, old.time_zone, old.accent, old.modules, old.blason, old.banner, old.banner_small) then
        new.content_version := old.content_version + 1;
    end if;
    return new;
end $$;
