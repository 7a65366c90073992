using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saas.Shell.Assistance;
using Saas.Shell.Data;
using Saas.Shell.Tenancy;

namespace Saas.Shell.Identity;

/// <summary>
/// Sessions in PostgreSQL, shared by all nodes and revocable. A session of one commune is void in another even if its cookie is copied,
/// and the role is read afresh on every request.
/// </summary>
internal sealed class SessionStore(IHttpContextAccessor accessor, TimeProvider clock) : ITicketStore
{
    private const int LongestUserAgent = 400;

    /// <summary>When somebody was last seen is not worth a write for each page.</summary>
    private static readonly TimeSpan Precision = TimeSpan.FromMinutes(5);

    public async Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        var http = accessor.HttpContext!;
        var db = http.RequestServices.GetRequiredService<SaasDbContext>();
        var key = Tokens.Create();
        var agent = http.Request.Headers.UserAgent.ToString();
        db.Set<Session>().Add(new Session
        {
            KeyHash = Tokens.Hash(key),
            AccountId = Guid.Parse(ticket.Principal.FindFirstValue(ClaimTypes.NameIdentifier)!),
            TenantId = db.CurrentTenant?.Id,
            VisitId = ticket.Principal.FindFirstValue(StaffCookie.VisitClaim) is { } visit ? Guid.Parse(visit) : null,
            CreatedAt = clock.GetUtcNow(),
            LastSeenAt = clock.GetUtcNow(),
            UserAgent = agent.Length == 0 ? null : agent[..Math.Min(agent.Length, LongestUserAgent)],
            ExpiresAt = ticket.Properties.ExpiresUtc!.Value.ToUniversalTime(),
        });
        await db.SaveChangesAsync(http.RequestAborted);
        return key;
    }

    public async Task RenewAsync(string key, AuthenticationTicket ticket)
    {
        var http = accessor.HttpContext!;
        var db = http.RequestServices.GetRequiredService<SaasDbContext>();
        var hash = Tokens.Hash(key);
        var expires = ticket.Properties.ExpiresUtc!.Value.ToUniversalTime();
        await db.Set<Session>().Where(s => s.KeyHash == hash).ExecuteUpdateAsync(s => s.SetProperty(x => x.ExpiresAt, expires), http.RequestAborted);
    }

    public async Task<AuthenticationTicket?> RetrieveAsync(string key)
    {
        var http = accessor.HttpContext!;
        var db = http.RequestServices.GetRequiredService<SaasDbContext>();
        var hash = Tokens.Hash(key);
        var now = clock.GetUtcNow();
        var found = db.CurrentTenant is { } tenant
            ? await InCommuneAsync(db, tenant, hash, now, http.RequestAborted) ?? await OnVisitAsync(db, tenant, hash, now, http.RequestAborted)
            : await OnPlatformAsync(db, hash, now, http.RequestAborted);
        if (found is null)
        {
            return null;
        }

        if (found.LastSeenAt is null || found.LastSeenAt < now - Precision)
        {
            await db.Set<Session>().Where(s => s.KeyHash == hash).ExecuteUpdateAsync(s => s.SetProperty(x => x.LastSeenAt, now), http.RequestAborted);
        }

        return new AuthenticationTicket(
            found.Assisting is { } assisting
                ? StaffCookie.Principal(found.AccountId, found.DisplayName, assisting, found.SessionId)
                : StaffCookie.Principal(found.AccountId, found.DisplayName, found.Role, found.SessionId, Account.OwesSecondFactor(found.Role, found.TwoFactorEnabled, found.SecondFactorExempt)),
            new AuthenticationProperties { IssuedUtc = found.ExpiresAt - StaffCookie.Lifetime, ExpiresUtc = found.ExpiresAt },
            StaffCookie.Scheme);
    }

    public async Task RemoveAsync(string key)
    {
        var http = accessor.HttpContext!;
        var db = http.RequestServices.GetRequiredService<SaasDbContext>();
        var hash = Tokens.Hash(key);
        await db.Set<Session>().Where(s => s.KeyHash == hash).ExecuteDeleteAsync(http.RequestAborted);
    }

    private static Task<Found?> InCommuneAsync(SaasDbContext db, Tenant tenant, byte[] hash, DateTimeOffset now, CancellationToken cancel) =>
        (
            from session in db.Set<Session>()
            join membership in db.Set<Membership>() on session.AccountId equals membership.AccountId
            where session.KeyHash == hash && session.TenantId == tenant.Id && session.VisitId == null && session.ExpiresAt > now
            select new Found(
                session.AccountId, session.Id, session.ExpiresAt, session.LastSeenAt,
                membership.Account.DisplayName, membership.Role, membership.Account.TwoFactorEnabled, membership.Account.SecondFactorExempt, null))
            .AsNoTracking().FirstOrDefaultAsync(cancel);

    /// <summary>An operator's, for as long as the commune consents: it withdraws at the next request, and so does the platform.</summary>
    private static Task<Found?> OnVisitAsync(SaasDbContext db, Tenant tenant, byte[] hash, DateTimeOffset now, CancellationToken cancel) =>
        (
            from session in db.Set<Session>()
            join visit in db.Set<AssistanceVisit>() on session.VisitId equals visit.Id
            join account in db.Set<Account>() on session.AccountId equals account.Id
            where session.KeyHash == hash && session.TenantId == tenant.Id && session.AccountId == visit.AccountId && session.ExpiresAt > now
                && visit.LeftAt == null && visit.Consent.EndedAt == null && visit.Consent.ExpiresAt > now
                && account.IsOperator && (account.TwoFactorEnabled || account.SecondFactorExempt)
            select new Found(
                session.AccountId, session.Id, session.ExpiresAt, session.LastSeenAt,
                visit.Person, Role.Assistance, account.TwoFactorEnabled, account.SecondFactorExempt,
                new Assisting(visit.Id, visit.Consent.ExpiresAt, !visit.Consent.MayAct)))
            .AsNoTracking().FirstOrDefaultAsync(cancel);

    private static Task<Found?> OnPlatformAsync(SaasDbContext db, byte[] hash, DateTimeOffset now, CancellationToken cancel) =>
        (
            from session in db.Set<Session>()
            join account in db.Set<Account>() on session.AccountId equals account.Id
            where session.KeyHash == hash && session.TenantId == null && session.ExpiresAt > now && account.IsOperator
            select new Found(
                session.AccountId, session.Id, session.ExpiresAt, session.LastSeenAt,
                account.DisplayName, Role.Operator, account.TwoFactorEnabled, account.SecondFactorExempt, null))
            .AsNoTracking().FirstOrDefaultAsync(cancel);

    private sealed record Found(
        Guid AccountId,
        Guid SessionId,
        DateTimeOffset ExpiresAt,
        DateTimeOffset? LastSeenAt,
        string DisplayName,
        Role Role,
        bool TwoFactorEnabled,
        bool SecondFactorExempt,
        Assisting? Assisting);
}
