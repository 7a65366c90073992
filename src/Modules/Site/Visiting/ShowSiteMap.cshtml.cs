using Microsoft.AspNetCore.Mvc.RazorPages;
using Saas.Contracts.Forms;
using Saas.Modules.Site.Model;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Visiting;

[Public]
[SameForEveryVisitor]
internal sealed class ShowSiteMap(CommuneSite site, IOpenProcedures openProcedures) : PageModel
{
    private const int MostProcedures = 200;

    public bool ProceduresOffered => openProcedures.Offered;

    public IReadOnlyList<VisiblePage> Pages { get; private set; } = [];

    public IReadOnlyList<VisiblePage> LegalPages { get; private set; } = [];

    public IReadOnlyList<Rubric> Rubrics { get; private set; } = [];

    public IReadOnlyList<OpenProcedure> Procedures { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var pages = await site.PagesAsync(cancel);
        Pages = [.. pages.Where(page => !PageAddress.IsFixed(page.Slug))];
        LegalPages = [.. pages.Where(page => PageAddress.IsFixed(page.Slug))];
        Rubrics = await site.RubricsAsync(cancel);
        Procedures = await openProcedures.ListAsync(MostProcedures, cancel);
    }
}
