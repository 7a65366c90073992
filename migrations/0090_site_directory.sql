-- Only adds: older nodes keep serving.
alter table site.contents add column facts jsonb;
