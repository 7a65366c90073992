using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Site.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Visiting;

/// <summary>What is being prepared, for whoever was given its secret address.</summary>
[Public]
internal sealed class ShowDraft(SaasDbContext db, CommuneClock clock) : PageModel
{
    public Content Stored { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken cancel)
    {
        var now = clock.Now;
        var found = await db.Contents.AsNoTracking().Include(content => content.Picture).SingleOrDefaultAsync(content => content.PreviewKey == key && content.PreviewUntil > now, cancel);
        Stored = found!;
        return found is null ? NotFound() : Page();
    }
}
