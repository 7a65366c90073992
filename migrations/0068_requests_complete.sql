-- Only adds: older nodes keep serving.
alter table requests.requests add column edition_id uuid;
alter table requests.requests add column channel text not null default 'Online';
alter table requests.requests add column entered_by text not null default '';
alter table requests.requests add column completion jsonb;
alter table requests.requests add column delay_from timestamptz;
