using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Saas.Shell.Assistance;

namespace Saas.Shell.Identity;

/// <summary>How a signed-in person is carried from page to page.</summary>
public static class StaffCookie
{
    public const string Scheme = "staff";

    internal const string Name = "parvis-session";

    /// <summary>A working day: renewed as long as one works.</summary>
    internal static readonly TimeSpan Lifetime = TimeSpan.FromHours(10);

    internal const string SessionClaim = "session";

    internal const string OwesSecondFactorClaim = "owes-second-factor";

    internal const string VisitClaim = "visit";

    internal const string AssistedUntilClaim = "assisted-until";

    internal const string OnlyLooksClaim = "only-looks";

    public static ClaimsPrincipal Principal(Guid accountId, string name, Role role, Guid? sessionId = null, bool owesSecondFactor = false) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, accountId.ToString()),
            new Claim(ClaimTypes.Name, name),
            new Claim(ClaimTypes.Role, role.ToString()),
            new Claim(SessionClaim, sessionId?.ToString() ?? ""),
            new Claim(OwesSecondFactorClaim, owesSecondFactor.ToString()),
        ],
        Scheme));

    /// <summary>Of an operator whom the commune lets in.</summary>
    internal static ClaimsPrincipal Principal(Guid accountId, string name, Assisting assisting, Guid? sessionId = null)
    {
        var principal = Principal(accountId, name, Role.Assistance, sessionId);
        ((ClaimsIdentity)principal.Identity!).AddClaims(
        [
            new Claim(VisitClaim, assisting.VisitId.ToString()),
            new Claim(AssistedUntilClaim, assisting.Until.ToString("O", CultureInfo.InvariantCulture)),
            new Claim(OnlyLooksClaim, assisting.OnlyLooks.ToString()),
        ]);
        return principal;
    }

    /// <summary>Opens a session in the commune of this request, or on the platform.</summary>
    public static Task SignInAsync(HttpContext http, Account account, Role role)
    {
        http.RequestServices.GetRequiredService<LastSignedIn>().Remember(http, account.Id);
        return http.SignInAsync(Scheme, Principal(account.Id, account.DisplayName, role));
    }

    /// <summary>Opens a session that ends with the consent at the latest.</summary>
    internal static Task SignInAsync(HttpContext http, AssistanceVisit visit, AssistanceConsent consent)
    {
        http.RequestServices.GetRequiredService<LastSignedIn>().Remember(http, visit.AccountId);
        return http.SignInAsync(Scheme, Principal(visit.AccountId, visit.Person, new Assisting(visit.Id, consent.ExpiresAt, !consent.MayAct)));
    }
}

/// <summary>What a session of assistance knows of the consent it hangs on.</summary>
internal sealed record Assisting(Guid VisitId, DateTimeOffset Until, bool OnlyLooks);
