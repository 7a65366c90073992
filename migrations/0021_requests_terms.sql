-- Only adds: older nodes keep serving.
-- What the procedure promised when the request was filed; unknown of those received before.
alter table requests.requests add column terms jsonb;
