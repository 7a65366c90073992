using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Site.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;

namespace Saas.Modules.Site.Writing;

/// <summary>What the site may hold besides news, pages and agenda: what each rubric is for, and how much it holds.</summary>
[Requires(SitePermissions.Read)]
internal sealed class ListRubrics(SaasDbContext db, CommuneSite site, CurrentPerson person) : PageModel
{
    private Dictionary<string, int> _counts = [];

    private IReadOnlyList<Rubric> _shown = [];

    public bool MayEdit => person.Can(SitePermissions.Edit);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        _counts = await db.Contents
            .GroupBy(content => EF.Property<string>(content, ContentConfiguration.KindName))
            .Select(kind => new { kind.Key, Count = kind.Count() })
            .ToDictionaryAsync(kind => kind.Key, kind => kind.Count, cancel);
        _shown = await site.RubricsAsync(cancel);
    }

    /// <summary>Drafts too.</summary>
    public int CountOf(ContentKind kind) => _counts.GetValueOrDefault(kind.Name);

    public bool IsShown(Rubric rubric) => _shown.Contains(rubric);
}
