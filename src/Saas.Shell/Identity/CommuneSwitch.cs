using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Saas.Shell.Assistance;
using Saas.Shell.Data;
using Saas.Shell.Tenancy;

namespace Saas.Shell.Identity;

/// <summary>
/// Goes from the back office of one commune to that of another without signing in again. Communes share no cookie, so that a flaw in one
/// site is not a flaw in all: what crosses is a ticket for this person, this session and that commune, which serves once, within two minutes.
/// It travels in the body of a POST, never in an address, which histories, logs and mails keep and which a link opens: opening a page never
/// acts. The arriving page cannot ask for its own antiforgery token, which the page left behind does not know. In its place the browser's
/// word counts: <c>Origin</c>, which no page can choose, must name the very site that the ticket's session belongs to. So another site
/// cannot sign a visitor in as someone else, and a ticket copied out of its page opens nothing from elsewhere. Whatever is wrong with a
/// ticket, it is spent, and refused in the same words.
/// </summary>
public sealed class CommuneSwitch(
    SaasDbContext db,
    ServedCommunes served,
    CurrentPerson person,
    StaffTrail trail,
    SiteAddress sites,
    ITenantDirectory directory,
    AssistanceTickets assistance,
    TimeProvider clock)
{
    public const string Arrival = "/gestion/arrivee";

    /// <summary>For whoever reads the page that stands between and presses its button.</summary>
    internal static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(2);

    /// <summary>What opens the other commune; null when the person does not serve it.</summary>
    public async Task<Passage?> IssueAsync(Guid commune, CancellationToken cancel)
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
        return new Passage(sites.Of(target.Slug, Arrival), key, target.Name);
    }

    /// <summary>Opens a session in the commune of this request. Deleting the ticket is what uses it, even when it is then refused.</summary>
    public async Task<bool> RedeemAsync(HttpContext http, string? key, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(http);
        var hash = Tokens.Hash(key ?? "");
        var ticket = await db.Set<SwitchTicket>().AsNoTracking().SingleOrDefaultAsync(t => t.KeyHash == hash, cancel);
        if (ticket is null
            || await db.Set<SwitchTicket>().Where(t => t.KeyHash == hash).ExecuteDeleteAsync(cancel) != 1
            || ticket.TenantId != db.TenantId
            || ticket.ExpiresAt <= clock.GetUtcNow())
        {
            return false;
        }

        return ticket.ConsentId is null ? await ArriveAsync(http, ticket, cancel) : await assistance.EnterAsync(http, ticket, cancel);
    }

    private async Task<bool> ArriveAsync(HttpContext http, SwitchTicket ticket, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var member = await (
            from session in db.Set<Session>()
            join membership in db.Set<Membership>() on session.AccountId equals membership.AccountId
            where session.Id == ticket.SessionId && session.AccountId == ticket.AccountId && session.VisitId == null && session.ExpiresAt > now
            select new { membership.Account, membership.Role, From = session.TenantId })
            .AsNoTracking().SingleOrDefaultAsync(cancel);
        if (member is null || !CameFrom(http, member.From))
        {
            return false;
        }

        trail.NoteOwn(StaffAct.CommuneSwitched, member.Account);
        await trail.SaveAsync(cancel);
        await StaffCookie.SignInAsync(http, member.Account, member.Role);
        return true;
    }

    private bool CameFrom(HttpContext http, Guid? site) =>
        site is { } id && directory.FindById(id) is { } left && http.Request.Headers.Origin is [var origin] && origin == sites.Of(left.Slug, path: "");
}

/// <summary>What the page that stands between two communes sends to the other one, shown by <c>_Passage</c>.</summary>
/// <param name="Address">Where the other commune takes it.</param>
public sealed record Passage(string Address, string Ticket, string Commune)
{
    /// <summary>The policy of all other pages would have the browser send <c>Origin: null</c>.</summary>
    public static void SayWhereFrom(HttpResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        response.Headers["Referrer-Policy"] = "strict-origin";
    }
}
