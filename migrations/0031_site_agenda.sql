-- Only adds: older nodes keep serving.
alter table site.contents
    add column level text,
    add column link text,
    add column place text,
    add column category text,
    add column starts_on date,
    add column starts_at time,
    add column ends_on date,
    add column ends_at time,
    add column repeats text,
    add column repeats_until date,
    add column last_on date;
create index contents_kind_name_last_on_idx on site.contents (tenant_id, kind_name, last_on);
