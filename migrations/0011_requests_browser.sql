-- A form sent again from the same browser leads to the request that exists.
alter table requests.requests add column browser text;
create index requests_browser_received_at_idx on requests.requests (tenant_id, browser, received_at);
