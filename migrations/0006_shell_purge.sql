-- What has an end and no owner to see to it: sessions that expired, and forms kept for people who did not come back to them.
create function shell.purge_expired(at timestamptz, kept_before timestamptz) returns void
    language sql security definer set search_path = '' as $$
    delete from shell.sessions where expires_at < at;
    delete from shell.kept_posts where kept_at < kept_before;
$$;
revoke execute on function shell.purge_expired from public;
grant execute on function shell.purge_expired to saas_app;
