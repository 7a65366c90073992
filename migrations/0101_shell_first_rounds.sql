-- Only adds: older nodes keep serving.
-- The first round of communes that have requests already; each round plans the next.
insert into shell.due_work (tenant_id, kind, id, due_at, attempts)
    select distinct tenant_id, 'requests.daily-round', '00000000-0000-0000-0000-000000000000'::uuid, now() + interval '1 day', 0 from requests.requests
    on conflict do nothing;
