using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace Saas.Modules.Forms.Answering;

/// <summary>The key by which a browser finds its own drafts again, in a cookie. The database knows only its hash.</summary>
internal sealed class BrowserKey(IHttpContextAccessor accessor, IDataProtectionProvider protection, IOptions<FormsOptions> options)
{
    public const string CookieName = "parvis-brouillon";

    private readonly IDataProtector _protector = protection.CreateProtector("forms.browser-key");

    private string? _given;

    /// <summary>Null when this browser has none yet.</summary>
    public byte[]? FindHash() => Find() is { } key ? Hash(key) : null;

    /// <summary>Gives the browser a key if it has none, and lets it keep the one it has as long as a draft.</summary>
    public byte[] GiveHash()
    {
        var key = Find() ?? WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        if (_given is null)
        {
            var http = accessor.HttpContext!;
            http.Response.Cookies.Append(CookieName, _protector.Protect(key), new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Secure = http.Request.IsHttps,
                MaxAge = TimeSpan.FromDays(options.Value.DraftDays),
                Path = "/demarches",
                IsEssential = true,
            });
            _given = key;
        }

        return Hash(key);
    }

    private string? Find()
    {
        if (_given is not null || accessor.HttpContext!.Request.Cookies[CookieName] is not { Length: > 0 } cookie)
        {
            return _given;
        }

        try
        {
            return _protector.Unprotect(cookie);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.ASCII.GetBytes(key));
}
