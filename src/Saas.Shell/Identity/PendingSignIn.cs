using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Saas.Shell.Identity;

/// <summary>Between the password and the code: a cookie that says whose password was right, here, a few minutes ago. It opens nothing by itself.</summary>
public sealed class PendingSignIn(IDataProtectionProvider protection, StaffPlace place)
{
    private const string CookieName = "parvis-deuxieme-etape";

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    internal void Start(HttpContext http, Account account) =>
        http.Response.Cookies.Append(
            CookieName,
            Protector().Protect($"{account.Id:N} {account.SecurityStamp}", Lifetime),
            Options(http, Lifetime));

    internal void End(HttpContext http) => http.Response.Cookies.Delete(CookieName, Options(http, null));

    /// <summary>The account and its stamp at that moment; null when there is none, or it is too old, or of another place.</summary>
    internal (Guid AccountId, string Stamp)? Read(HttpContext http)
    {
        if (!http.Request.Cookies.TryGetValue(CookieName, out var cookie))
        {
            return null;
        }

        try
        {
            var parts = Protector().Unprotect(cookie).Split(' ', 2);
            return (Guid.ParseExact(parts[0], "N"), parts[1]);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private ITimeLimitedDataProtector Protector() =>
        protection.CreateProtector("saas.second-step", place.Key).ToTimeLimitedDataProtector();

    private CookieOptions Options(HttpContext http, TimeSpan? age) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = http.Request.IsHttps,
        MaxAge = age,
        Path = place.Home,
    };
}
