using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;
using Saas.Shell.Data;
using Saas.Shell.Tenancy;

namespace Saas.Shell.Web;

/// <summary>Keeps a form that arrives after its author's sign-in has expired, and shows it again, filled in, once they are back.</summary>
internal sealed class KeptPosts(SaasDbContext db, ICurrentTenant current, TimeProvider clock)
{
    private const string CookieName = "parvis-reprise";

    /// <summary>The time to find one's password again.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    public async Task KeepAsync(HttpContext http)
    {
        // A form another site made this browser send is not worth keeping: nobody here typed it.
        if (current.Found is null || !http.Request.HasFormContentType || http.Request.Headers["Sec-Fetch-Site"] is not ([] or ["same-origin"]))
        {
            return;
        }

        // A body that cannot be read keeps nothing; its author is sent to sign in all the same.
        if (await SentBody.ReadAsync(http, keepFiles: false) is not null)
        {
            return;
        }

        var form = http.Request.Form;
        var key = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(24));
        db.Add(new KeptPost
        {
            KeyHash = Hash(key),
            Address = http.Request.GetEncodedPathAndQuery(),
            Fields = form.Where(field => field.Key != "__RequestVerificationToken").ToDictionary(field => field.Key, field => field.Value.Select(v => v ?? "").ToArray()),
            KeptAt = clock.GetUtcNow(),
        });
        await db.SaveChangesAsync(http.RequestAborted);
        http.Response.Cookies.Append(CookieName, key, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            MaxAge = Lifetime,
            Path = "/gestion",
        });
    }

    /// <summary>Turns the first GET of the kept address into a re-display of what was typed.</summary>
    public async Task RestoreAsync(HttpContext http)
    {
        if (current.Found is null
            || !HttpMethods.IsGet(http.Request.Method)
            || http.User.Identity?.IsAuthenticated != true
            || !http.Request.Cookies.TryGetValue(CookieName, out var key))
        {
            return;
        }

        var hash = Hash(key);
        var oldest = clock.GetUtcNow() - Lifetime;
        var kept = await db.Set<KeptPost>().SingleOrDefaultAsync(k => k.KeyHash == hash && k.KeptAt > oldest, http.RequestAborted);
        if (kept is null || kept.Address != http.Request.GetEncodedPathAndQuery())
        {
            return;
        }

        db.Remove(kept);
        await db.SaveChangesAsync(http.RequestAborted);
        http.Response.Cookies.Delete(CookieName, new CookieOptions { Path = "/gestion" });
        http.Request.Method = HttpMethods.Post;
        http.Request.ContentType = "application/x-www-form-urlencoded";
        http.Request.Form = new FormCollection(kept.Fields.ToDictionary(field => field.Key, field => new StringValues(field.Value)));
        http.Features.Set(new ShownAgain("Vous aviez été déconnecté : rien n’a encore été enregistré. Tout ce que vous aviez saisi est conservé ci-dessous ; vérifiez puis enregistrez à nouveau."));
    }

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.ASCII.GetBytes(key));
}
