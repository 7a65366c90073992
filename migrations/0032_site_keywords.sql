-- Only adds: older nodes keep serving.
alter table site.contents add column keywords text default '';
