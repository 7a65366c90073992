-- Only adds: older nodes keep serving.
-- When the town hall must have decided, and of which of these dates somebody was reminded. The daily round fills in what older nodes receive.
alter table requests.requests
    add column due_on date,
    add column reminded_of date;
create index requests_due_on_idx on requests.requests (tenant_id, due_on);
