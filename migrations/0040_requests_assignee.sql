alter table requests.requests add column assignee_id uuid;
create index requests_assignee_id_idx on requests.requests (tenant_id, assignee_id);
