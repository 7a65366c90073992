using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Saas.Shell.Identity;

/// <summary>How a signed-in person is carried from page to page.</summary>
public static class StaffCookie
{
    public const string Scheme = "staff";

    /// <summary>A working day: renewed as long as one works.</summary>
    internal static readonly TimeSpan Lifetime = TimeSpan.FromHours(10);

    internal const string SessionClaim = "session";

    internal const string OwesSecondFactorClaim = "owes-second-factor";

    public static ClaimsPrincipal Principal(Guid accountId, string name, Role role, Guid? sessionId = null, bool owesSecondFactor = false) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, accountId.ToString()),
            new Claim(ClaimTypes.Name, name),
            new Claim(ClaimTypes.Role, role.ToString()),
            new Claim(SessionClaim, sessionId?.ToString() ?? ""),
            new Claim(OwesSecondFactorClaim, owesSecondFactor.ToString()),
        ],
        Scheme));

    /// <summary>Opens a session in the commune of this request, or on the platform.</summary>
    public static Task SignInAsync(HttpContext http, Account account, Role role)
    {
        http.RequestServices.GetRequiredService<LastSignedIn>().Remember(http, account.Id);
        return http.SignInAsync(Scheme, Principal(account.Id, account.DisplayName, role));
    }
}
