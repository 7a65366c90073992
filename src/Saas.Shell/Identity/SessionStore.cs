using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saas.Shell.Data;
using Saas.Shell.Tenancy;

namespace Saas.Shell.Identity;

/// <summary>
/// Sessions in PostgreSQL, shared by all nodes and revocable. A session of one commune is void in another even if its cookie is copied,
/// and the role is read afresh on every request.
/// </summary>
internal sealed class SessionStore(IHttpContextAccessor accessor, TimeProvider clock) : ITicketStore
{
    public async Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        var http = accessor.HttpContext!;
        var db = http.RequestServices.GetRequiredService<SaasDbContext>();
        var key = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        db.Set<Session>().Add(new Session
        {
            KeyHash = Hash(key),
            AccountId = Guid.Parse(ticket.Principal.FindFirstValue(ClaimTypes.NameIdentifier)!),
            TenantId = db.CurrentTenant?.Id,
            CreatedAt = clock.GetUtcNow(),
            ExpiresAt = ticket.Properties.ExpiresUtc!.Value.ToUniversalTime(),
        });
        await db.SaveChangesAsync(http.RequestAborted);
        return key;
    }

    public async Task RenewAsync(string key, AuthenticationTicket ticket)
    {
        var http = accessor.HttpContext!;
        var db = http.RequestServices.GetRequiredService<SaasDbContext>();
        var hash = Hash(key);
        var expires = ticket.Properties.ExpiresUtc!.Value.ToUniversalTime();
        await db.Set<Session>().Where(s => s.KeyHash == hash).ExecuteUpdateAsync(s => s.SetProperty(x => x.ExpiresAt, expires), http.RequestAborted);
    }

    public async Task<AuthenticationTicket?> RetrieveAsync(string key)
    {
        var http = accessor.HttpContext!;
        var db = http.RequestServices.GetRequiredService<SaasDbContext>();
        var hash = Hash(key);
        var now = clock.GetUtcNow();
        return db.CurrentTenant is { } tenant
            ? await InCommuneAsync(db, tenant, hash, now, http.RequestAborted)
            : await OnPlatformAsync(db, hash, now, http.RequestAborted);
    }

    public async Task RemoveAsync(string key)
    {
        var http = accessor.HttpContext!;
        var db = http.RequestServices.GetRequiredService<SaasDbContext>();
        var hash = Hash(key);
        await db.Set<Session>().Where(s => s.KeyHash == hash).ExecuteDeleteAsync(http.RequestAborted);
    }

    private static async Task<AuthenticationTicket?> InCommuneAsync(SaasDbContext db, Tenant tenant, byte[] hash, DateTimeOffset now, CancellationToken cancel)
    {
        var found = await (
            from session in db.Set<Session>()
            join membership in db.Set<Membership>() on session.AccountId equals membership.AccountId
            where session.KeyHash == hash && session.TenantId == tenant.Id && session.ExpiresAt > now
            select new { session.AccountId, session.ExpiresAt, membership.Account.DisplayName, membership.Role })
            .AsNoTracking().FirstOrDefaultAsync(cancel);
        return found is null ? null : Ticket(found.AccountId, found.DisplayName, found.Role, found.ExpiresAt);
    }

    private static async Task<AuthenticationTicket?> OnPlatformAsync(SaasDbContext db, byte[] hash, DateTimeOffset now, CancellationToken cancel)
    {
        var found = await (
            from session in db.Set<Session>()
            join account in db.Set<Account>() on session.AccountId equals account.Id
            where session.KeyHash == hash && session.TenantId == null && session.ExpiresAt > now && account.IsOperator
            select new { session.AccountId, session.ExpiresAt, account.DisplayName })
            .AsNoTracking().FirstOrDefaultAsync(cancel);
        return found is null ? null : Ticket(found.AccountId, found.DisplayName, Role.Operator, found.ExpiresAt);
    }

    private static AuthenticationTicket Ticket(Guid accountId, string name, Role role, DateTimeOffset expires) =>
        new(
            StaffCookie.Principal(accountId, name, role),
            new AuthenticationProperties { IssuedUtc = expires - StaffCookie.Lifetime, ExpiresUtc = expires },
            StaffCookie.Scheme);

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.ASCII.GetBytes(key));
}
