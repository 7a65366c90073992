-- Only adds: older nodes keep serving.
alter table site.contents
    add column deliberations text,
    add column minutes text;
