-- Only adds: older nodes keep serving.
-- Figures are asked for by year.
create index requests_received_at_idx on requests.requests (tenant_id, received_at);
