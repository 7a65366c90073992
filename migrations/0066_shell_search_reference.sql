-- Only adds: older nodes keep serving. What is searched comes with the next loading of the reference data, which follows at once.
create extension if not exists pg_trgm;
alter table shell.reference_communes add column search_text text not null default '';
create index reference_communes_search_text_idx on shell.reference_communes using gin (search_text gin_trgm_ops);
