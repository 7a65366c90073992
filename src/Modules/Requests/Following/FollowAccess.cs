using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Saas.Shell.Tenancy;

namespace Saas.Modules.Requests.Following;

/// <summary>
/// Which requests this browser may see: one sealed session cookie for each, good for 24 hours in this commune only. One each, because
/// the page that files a request is outside <c>/demandes</c>, does not receive the others and would write over them.
/// </summary>
internal sealed class FollowAccess(IHttpContextAccessor accessor, IDataProtectionProvider protection, ICurrentTenant current, TimeProvider clock)
{
    private const string Path = "/demandes";
    private const string Prefix = "parvis-suivi-";

    /// <summary>More would not fit into a request's headers.</summary>
    private const int Most = 20;

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    public static string PathOf(string reference) => $"{Path}/{reference}";

    public void Open(string reference)
    {
        foreach (var name in Http.Request.Cookies.Keys.Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Skip(Most - 1))
        {
            Http.Response.Cookies.Delete(name, Options());
        }

        var until = clock.GetUtcNow() + Lifetime;
        Http.Response.Cookies.Append(
            Prefix + reference,
            Seal.Protect(string.Create(CultureInfo.InvariantCulture, $"{reference} {until.ToUnixTimeSeconds()}")),
            Options());
    }

    public bool Allows(string? reference)
    {
        if (reference is null || !Http.Request.Cookies.TryGetValue(Prefix + reference, out var value) || string.IsNullOrEmpty(value))
        {
            return false;
        }

        try
        {
            return Seal.Unprotect(value).Split(' ') is [var sealedReference, var until]
                && sealedReference == reference
                && DateTimeOffset.FromUnixTimeSeconds(long.Parse(until, CultureInfo.InvariantCulture)) > clock.GetUtcNow();
        }
        catch (CryptographicException)
        {
            // Not ours, another commune's, or older than our keys.
            return false;
        }
    }

    public void Close(string reference) => Http.Response.Cookies.Delete(Prefix + reference, Options());

    private HttpContext Http => accessor.HttpContext ?? throw new InvalidOperationException("There is no browser here.");

    private IDataProtector Seal => protection.CreateProtector("requests.follow", current.Tenant.Id.ToString("N"));

    private CookieOptions Options() => new()
    {
        HttpOnly = true,
        IsEssential = true,
        Path = Path,
        SameSite = SameSiteMode.Lax,
        Secure = Http.Request.IsHttps,
    };
}
