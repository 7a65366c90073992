using System.Xml.Linq;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Saas.Contracts.Forms;
using Saas.Modules.Site.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Visiting;

/// <summary>Every public address, for search engines (sitemaps.org); none while the site is being prepared.</summary>
[Public]
[SameForEveryVisitor]
internal sealed class ListAddresses(SaasDbContext db, CommuneSite site, IOpenProcedures openProcedures, ICurrentTenant current, CommuneClock clock) : PageModel
{
    /// <summary>The protocol allows 50,000; no commune comes near.</summary>
    private const int Most = 5_000;

    private static readonly XNamespace Sitemaps = "http://www.sitemaps.org/schemas/sitemap/0.9";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var addresses = current.Tenant.State == TenantState.Open ? await AddressesAsync(cancel) : [];
        var start = $"{Request.Scheme}://{site.Host}";
        var document = new XElement(
            Sitemaps + "urlset",
            addresses.Select(address => new XElement(Sitemaps + "url", new XElement(Sitemaps + "loc", start + address))));
        return Content($"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{document}\n", "application/xml");
    }

    private async Task<IReadOnlyList<string>> AddressesAsync(CancellationToken cancel)
    {
        var pages = await site.PagesAsync(cancel);
        var procedures = await openProcedures.ListAsync(Most, cancel);
        var today = clock.Today;
        string[] withPage = [.. ContentKind.All.Where(kind => kind.HasPage && kind != ContentKind.Page).Select(kind => kind.Name)];
        var others = await db.Contents.ShownAt(clock.Now)
            .Where(item => withPage.Contains(EF.Property<string>(item, ContentConfiguration.KindName)) && (item.LastOn == null || item.LastOn >= today))
            .OrderByDescending(item => item.PublishedAt).ThenBy(item => item.Id)
            .Take(Most)
            .Select(item => new { Kind = EF.Property<string>(item, ContentConfiguration.KindName), item.Slug })
            .ToListAsync(cancel);
        return
        [
            "/", .. openProcedures.Offered ? ["/demarches"] : Array.Empty<string>(), "/actualites", "/agenda", "/contact", "/plan-du-site",
            .. (await site.RubricsAsync(cancel)).Select(rubric => rubric.Address),
            .. pages.Select(page => page.Address),
            .. procedures.Select(procedure => procedure.Address),
            .. others.Select(item => ContentKind.Named(item.Kind).AddressOf(item.Slug)),
        ];
    }
}
