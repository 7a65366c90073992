using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Tenancy;

namespace Saas.Shell.Web;

/// <summary>
/// Keeps forms that arrive after their author's sign-in has expired, and shows each again, filled in, once they are back. Without
/// <see cref="LastSignedIn"/>, in a cookie or in the form, nothing is kept: it would be a stranger's, who could fill the database, or be
/// shown to somebody else.
/// </summary>
public sealed class KeptPosts(SaasDbContext db, ICurrentTenant current, LastSignedIn last, IDataProtectionProvider protection, IOptions<KeptPostLimits> limits, TimeProvider clock)
{
    /// <summary>The time to find one's password again.</summary>
    internal static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    /// <summary>Null when nothing was typed here that could be lost; otherwise whether it is kept.</summary>
    internal async Task<bool?> KeepAsync(HttpContext http)
    {
        // A form another site made this browser send is not worth keeping: nobody here typed it.
        if (http.GetEndpoint()?.Metadata.GetMetadata<CompiledPageActionDescriptor>() is not { } page
            || !page.HandlerTypeInfo.IsAssignableTo(typeof(FormPage))
            || !http.Request.HasFormContentType
            || http.Request.Headers["Sec-Fetch-Site"] is not ([] or ["same-origin"]))
        {
            return null;
        }

        if (current.Found is null
            || await SentBody.ReadAsync(http, keepFiles: false) is not null
            || (last.Read(http) ?? last.Read(http.Request.Form)) is not { } author
            || Content(http, SecretFields.Of(page)) is not { Length: var length } content
            || length > limits.Value.LargestBytes)
        {
            return false;
        }

        var address = http.Request.GetEncodedPathAndQuery();
        var own = await Alive().Where(k => k.AccountId == author).OrderBy(k => k.Id).Select(k => new { k.Address, k.Content }).ToListAsync(http.RequestAborted);
        if (own.Any(k => k.Address == address && Reveal(author, k.Content) is { } known && known.AsSpan().SequenceEqual(content)))
        {
            // The second click.
            return true;
        }

        var sealedContent = Protector(author).Protect(content);
        var inCommune = await db.Set<KeptPost>().SumAsync(k => (long)k.Content.Length, http.RequestAborted);
        if (own.Count >= limits.Value.MostPerPerson || inCommune + sealedContent.Length > limits.Value.MostBytesPerCommune)
        {
            return false;
        }

        db.Add(new KeptPost { AccountId = author, Address = address, Content = sealedContent, KeptAt = clock.GetUtcNow() });
        await db.SaveChangesAsync(http.RequestAborted);
        return true;
    }

    /// <summary>Where the one who just signed in left something; null when nothing waits.</summary>
    public async Task<string?> WaitingAddressAsync(HttpContext http, CancellationToken cancel) =>
        current.Found is null || last.Read(http) is not { } author
            ? null
            : await Alive().Where(k => k.AccountId == author).OrderBy(k => k.Id).Select(k => k.Address).FirstOrDefaultAsync(cancel);

    /// <summary>Turns the first GET of the kept address into a re-display of what was typed; of two, the older first.</summary>
    internal async Task RestoreAsync(HttpContext http)
    {
        if (current.Found is null
            || !HttpMethods.IsGet(http.Request.Method)
            || http.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is null
            || !Guid.TryParse(http.User.FindFirstValue(ClaimTypes.NameIdentifier), out var author))
        {
            return;
        }

        var address = http.Request.GetEncodedPathAndQuery();
        var kept = await Alive().Where(k => k.AccountId == author && k.Address == address).OrderBy(k => k.Id).Select(k => new { k.Id, k.Content }).FirstOrDefaultAsync(http.RequestAborted);
        if (kept is null
            || await db.Set<KeptPost>().Where(k => k.Id == kept.Id).ExecuteDeleteAsync(http.RequestAborted) == 0
            || Reveal(author, kept.Content) is not { } content)
        {
            return;
        }

        var sent = JsonSerializer.Deserialize<Sent>(content)!;
        http.Request.Method = HttpMethods.Post;
        http.Request.ContentType = "application/x-www-form-urlencoded";
        http.Request.Form = new FormCollection(sent.Fields.ToDictionary(field => field.Key, field => new StringValues(field.Value)));
        http.Features.Set(sent.FilesLeftOut ? new FilesLeftOut() : null);
        http.Features.Set(new ShownAgain("Vous aviez été déconnecté : rien n’a encore été enregistré.", "Vérifiez, puis enregistrez à nouveau.", SecretsLeftOut: sent.SecretsLeftOut));
    }

    private IQueryable<KeptPost> Alive()
    {
        var oldest = clock.GetUtcNow() - Lifetime;
        return db.Set<KeptPost>().Where(k => k.KeptAt > oldest);
    }

    private static byte[] Content(HttpContext http, IReadOnlyCollection<string> secrets)
    {
        var form = http.Request.Form;
        return JsonSerializer.SerializeToUtf8Bytes(new Sent(
            form.Where(field => field.Key is not ("__RequestVerificationToken" or LastSignedIn.FieldName) && !secrets.Contains(field.Key)).ToDictionary(field => field.Key, field => field.Value.Select(v => v ?? "").ToArray()),
            form.Any(field => secrets.Contains(field.Key)),
            http.Features.Get<FilesLeftOut>() is not null));
    }

    private byte[]? Reveal(Guid author, byte[] content)
    {
        try
        {
            return Protector(author).Unprotect(content);
        }
        catch (CryptographicException)
        {
            // Its key is lost: as if it had not been kept.
            return null;
        }
    }

    private IDataProtector Protector(Guid author) => protection.CreateProtector("saas.kept-post", current.Tenant.Id.ToString("N"), author.ToString("N"));

    private sealed record Sent(Dictionary<string, string[]> Fields, bool SecretsLeftOut, bool FilesLeftOut);
}
