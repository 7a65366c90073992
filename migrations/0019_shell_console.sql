-- What visitors read in place of a site that the operator closed.
alter table shell.tenants add column notice text;

create function shell.tenant_notice_shown() returns trigger language plpgsql as $$
begin
    if new.notice is distinct from old.notice then
        new.content_version := old.content_version + 1;
    end if;
    return new;
end $$;
create trigger tenant_notice_shown before update on shell.tenants
    for each row execute function shell.tenant_notice_shown();

-- The operator sees that mails of a commune do not arrive, never to whom nor what they say.
create index outgoing_mails_tenant_id_idx on shell.outgoing_mails (tenant_id) where state <> 'Sent';

create function shell.failed_mails() returns table (tenant_id uuid, refused bigint, put_off bigint, latest timestamptz)
    language sql stable security definer set search_path = '' as $$
    select mail.tenant_id,
           count(*) filter (where mail.state = 'Refused'),
           count(*) filter (where mail.state = 'Queued'),
           max(mail.last_attempt_at)
    from shell.outgoing_mails mail
    where (mail.state = 'Refused' and mail.handled_at is null) or (mail.state = 'Queued' and mail.attempts > 0)
    group by mail.tenant_id;
$$;
revoke execute on function shell.failed_mails from public;
grant execute on function shell.failed_mails to saas_app;
