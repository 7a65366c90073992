using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Site.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;

namespace Saas.Modules.Site.Deleting;

[Requires(SitePermissions.Edit)]
internal sealed class ListBin(SaasDbContext db) : PageModel
{
    private const int Most = 200;

    public IReadOnlyList<Content> Thrown { get; private set; } = [];

    public IReadOnlyList<Media> ThrownMedias { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Thrown = await db.Bin.AsNoTracking().OrderByDescending(content => content.DeletedAt).ThenBy(content => content.Id).Take(Most).ToListAsync(cancel);
        ThrownMedias = await db.Set<Media>().AsNoTracking().Where(media => media.DeletedAt != null).OrderByDescending(media => media.DeletedAt).ThenBy(media => media.Id).Take(Most).ToListAsync(cancel);
    }
}
