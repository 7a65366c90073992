using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Saas.Shell.Identity;

/// <summary>
/// Who signed in last with this browser, here: a cookie that opens nothing, and outlives the session, which the nights, a new password or
/// the end of all sessions erase. By it a form that comes too late belongs to the one who typed it, not to whoever signs in next. Forms
/// of the back office carry the same (<see cref="AuthorTagHelper"/>), for browsers that have lost their cookies.
/// </summary>
public sealed class LastSignedIn(IDataProtectionProvider protection, StaffPlace place)
{
    /// <summary>Name of the hidden field.</summary>
    internal const string FieldName = "__Author";

    private const string CookieName = "parvis-auteur";

    private Guid? _now;

    private string? _proof;

    internal void Remember(HttpContext http, Guid accountId)
    {
        _now = accountId;
        http.Response.Cookies.Append(CookieName, Proof(accountId), new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            Path = place.Home,
        });
    }

    internal Guid? Read(HttpContext http) => _now ?? Read(http.Request.Cookies[CookieName]);

    /// <summary>As a form says itself, once it was read.</summary>
    internal Guid? Read(IFormCollection form) => Read(form[FieldName]);

    /// <summary>The same for every form of a page.</summary>
    internal string Proof(Guid accountId) => _proof ??= Protector().Protect(accountId.ToString("N"));

    private Guid? Read(string? proof)
    {
        try
        {
            return string.IsNullOrEmpty(proof) ? null : Guid.ParseExact(Protector().Unprotect(proof), "N");
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector Protector() => protection.CreateProtector("saas.last-signed-in", place.Key);
}
