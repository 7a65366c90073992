using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Mail;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Shell.Assistance;

/// <summary>
/// The way from the console into a commune that consents to it: a <see cref="SwitchTicket"/> that names the consent, taken by the same page as
/// those between communes, and only from the console's own origin. It opens a session of <see cref="Role.Assistance"/>, whatever the account
/// may be in that commune besides.
/// </summary>
public sealed class AssistanceTickets(
    SaasDbContext db,
    CurrentPerson person,
    AuditTrail trail,
    IMailer mailer,
    TenantScopes scopes,
    SiteAddress sites,
    ICurrentTenant current,
    IOptions<PlatformOptions> platform,
    TimeProvider clock)
{
    /// <summary>What a commune allows now; asked from the console, inside that commune's walls.</summary>
    public async Task<AssistanceConsent?> ConsentOfAsync(Tenant commune, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(commune);
        if (commune.State == TenantState.Disabled)
        {
            return null;
        }

        await using var scope = scopes.Open(commune);
        return await scope.ServiceProvider.GetRequiredService<AssistanceConsents>().FindOpenAsync(cancel);
    }

    /// <summary>What opens the commune to the operator who is signed in; null when the commune does not consent.</summary>
    public async Task<Passage?> IssueAsync(Tenant commune, CancellationToken cancel)
    {
        if (await ConsentOfAsync(commune, cancel) is not { } consent)
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
            TenantId = commune.Id,
            ConsentId = consent.Id,
            ExpiresAt = now + CommuneSwitch.Lifetime,
        });
        await db.SaveChangesAsync(cancel);
        return new Passage(sites.Of(commune.Slug, CommuneSwitch.Arrival), key, commune.Name);
    }

    /// <summary>The ticket has just been spent, here and in time.</summary>
    internal async Task<bool> EnterAsync(HttpContext http, SwitchTicket ticket, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var account = await (
            from session in db.Set<Session>()
            join known in db.Set<Account>() on session.AccountId equals known.Id
            where session.Id == ticket.SessionId && session.AccountId == ticket.AccountId && session.TenantId == null && session.ExpiresAt > now
                && known.IsOperator && (known.TwoFactorEnabled || known.SecondFactorExempt)
            select known)
            .AsNoTracking().SingleOrDefaultAsync(cancel);
        var consent = await db.Set<AssistanceConsent>().AsNoTracking()
            .SingleOrDefaultAsync(known => known.Id == ticket.ConsentId && known.EndedAt == null && known.ExpiresAt > now, cancel);
        if (account is null || consent is null || http.Request.Headers.Origin is not [var origin] || origin != sites.OfPlatform(path: ""))
        {
            return false;
        }

        var visit = new AssistanceVisit(consent.Id, account.Id, $"Assistance {platform.Value.Name} — {account.DisplayName}", now);
        db.Add(visit);
        trail.NoteAssistance(account.Id, visit.Person, $"a ouvert l’espace de {current.Words.House}");
        await TellAdministratorsAsync(account, consent, cancel);
        await db.SaveChangesAsync(cancel);
        await StaffCookie.SignInAsync(http, visit, consent);
        return true;
    }

    private async Task TellAdministratorsAsync(Account account, AssistanceConsent consent, CancellationToken cancel)
    {
        var administrators = await db.Set<Membership>().Where(member => member.Role == Role.Administrator).Select(member => member.Account.Email!).ToListAsync(cancel);
        foreach (var administrator in administrators)
        {
            mailer.Send(new Mail.Mail(
                administrator,
                $"L’assistance de {platform.Value.Name} est entrée dans votre espace",
                [
                    "Bonjour,",
                    $"{account.DisplayName}, de l’équipe de {platform.Value.Name}, vient d’ouvrir l’espace {current.Words.OfHouseNamed(current.Tenant.Name)}, {(consent.MayAct ? "pour regarder et agir" : "pour regarder, sans rien pouvoir modifier")}. {consent.OpenedBy} l’a autorisé pour : « {consent.Purpose} ».",
                    "Voyez ce qui est fait, ou mettez-y fin à tout moment, sur cette page :",
                    sites.Of(current.Tenant.Slug, AssistanceConsents.Page),
                ]));
        }
    }
}
