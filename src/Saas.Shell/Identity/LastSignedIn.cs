using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Saas.Shell.Identity;

/// <summary>
/// Who signed in last with this browser, here: a cookie that opens nothing, and outlives the session, which the nights, a new password or
/// the end of all sessions erase. By it a form that comes too late belongs to the one who typed it, not to whoever signs in next.
/// </summary>
public sealed class LastSignedIn(IDataProtectionProvider protection, StaffPlace place)
{
    private const string CookieName = "parvis-auteur";

    private Guid? _now;

    internal void Remember(HttpContext http, Guid accountId)
    {
        _now = accountId;
        http.Response.Cookies.Append(CookieName, Protector().Protect(accountId.ToString("N")), new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            Path = place.Home,
        });
    }

    internal Guid? Read(HttpContext http)
    {
        if (_now is not null || !http.Request.Cookies.TryGetValue(CookieName, out var cookie))
        {
            return _now;
        }

        try
        {
            return Guid.ParseExact(Protector().Unprotect(cookie), "N");
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector Protector() => protection.CreateProtector("saas.last-signed-in", place.Key);
}
