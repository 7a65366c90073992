using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Saas.Shell.Data;
using Saas.Shell.Tenancy;

namespace Saas.Shell.Identity;

/// <summary>
/// Goes from the back office of one commune to that of another without signing in again: a ticket for this person, this session and that
/// commune, which serves once, within a minute. Every other ticket is refused without a word.
/// </summary>
public sealed class CommuneSwitch(
    SaasDbContext db,
    ServedCommunes served,
    CurrentPerson person,
    StaffTrail trail,
    SiteAddress sites,
    TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    /// <summary>The address that opens the other commune; null when the person does not serve it.</summary>
    public async Task<string?> IssueAsync(Guid commune, CancellationToken cancel)
    {
        var target = (await served.ListAsync(person.AccountId, cancel)).SingleOrDefault(tenant => tenant.Id == commune);
        if (target is null)
        {
            return null;
        }

        var key = Tokens.Create();
        var now = clock.GetUtcNow();
        await db.Set<SwitchTicket>().Where(ticket => ticket.ExpiresAt < now).ExecuteDeleteAsync(cancel);
        db.Add(new SwitchTicket
        {
            KeyHash = Tokens.Hash(key),
            AccountId = person.AccountId,
            SessionId = person.SessionId,
            TenantId = target.Id,
            ExpiresAt = now + Lifetime,
        });
        await db.SaveChangesAsync(cancel);
        return sites.Of(target.Slug, $"/gestion/arrivee?billet={key}");
    }

    /// <summary>Opens a session in the commune of this request. Deleting the ticket is what uses it, even when it is then refused.</summary>
    public async Task<bool> RedeemAsync(HttpContext http, string? key, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(http);

        // The browser says whether it was one of our own sites that sent it here: a ticket slipped into a mail or another site signs nobody in.
        if (http.Request.Headers["Sec-Fetch-Site"] is not ([] or ["same-site"] or ["same-origin"]))
        {
            return false;
        }

        var hash = Tokens.Hash(key ?? "");
        var ticket = await db.Set<SwitchTicket>().AsNoTracking().SingleOrDefaultAsync(t => t.KeyHash == hash, cancel);
        if (ticket is null
            || await db.Set<SwitchTicket>().Where(t => t.KeyHash == hash).ExecuteDeleteAsync(cancel) != 1
            || ticket.TenantId != db.TenantId
            || ticket.ExpiresAt <= clock.GetUtcNow())
        {
            return false;
        }

        var now = clock.GetUtcNow();
        var member = await (
            from session in db.Set<Session>()
            join membership in db.Set<Membership>() on session.AccountId equals membership.AccountId
            where session.Id == ticket.SessionId && session.AccountId == ticket.AccountId && session.ExpiresAt > now
            select new { membership.Account, membership.Role })
            .AsNoTracking().SingleOrDefaultAsync(cancel);
        if (member is null)
        {
            return false;
        }

        trail.NoteOwn(StaffAct.CommuneSwitched, member.Account);
        await trail.SaveAsync(cancel);
        await StaffCookie.SignInAsync(http, member.Account, member.Role);
        return true;
    }
}
