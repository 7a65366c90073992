-- Only adds: older nodes keep serving. They would show a draft that completes a request as one of its form, and could send it as one: none
-- is begun before they are gone, since the town hall cannot ask for any.
alter table forms.drafts add column completes jsonb;
