-- Only adds: older nodes keep serving.
-- What a procedure promises (kind, silence, service), as its author writes it and, frozen, in each edition.
alter table forms.forms add column terms jsonb not null default '{}';
alter table forms.editions add column terms jsonb not null default '{}';
alter table forms.starter_forms add column terms jsonb not null default '{}';
-- When it may be filed, and how often; these apply at once.
alter table forms.forms add column opens_on date;
alter table forms.forms add column closes_on date;
alter table forms.forms add column most_requests integer;
alter table forms.forms add column filed_count integer not null default 0;
