using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Saas.Modules.Site.Model;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Publishing;

/// <summary>A secret address where whoever receives it reads the content before the public does.</summary>
[Requires(SitePermissions.Edit)]
internal sealed class SharePreview(SaasDbContext db, AuditTrail trail, SiteAddress sites, ICurrentTenant current, CommuneClock clock) : ContentPage(db)
{
    private const int KeyBytes = 18;

    /// <summary>What the button said.</summary>
    [BindProperty]
    public bool Share { get; set; }

    public string? Link => Stored.IsShared(clock.Now) ? sites.Of(current.Tenant.Slug, $"/apercu/{Stored.PreviewKey}") : null;

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } stored)
        {
            return NotFound();
        }

        if (Share)
        {
            stored.Share(WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(KeyBytes)), clock.Now);
        }
        else
        {
            stored.StopSharing();
        }

        trail.Note(AuditKind.Site, $"{(Share ? "a donné à relire" : "ne donne plus à relire")} {stored.Kind.The} « {stored.Title} »", stored.StaffAddress);
        return await SaveAsync(stored, Share ? "Le lien est prêt : copiez-le dans un courriel." : "Le lien ne mène plus à rien.", $"{stored.StaffAddress}/partage", undo: null, cancel);
    }
}
