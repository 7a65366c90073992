using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Saas.Modules.Site.Model;
using Saas.Shell.Identity;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Visiting;

/// <summary>What search engines may read (RFC 9309): nothing while the site is being prepared.</summary>
[Public]
[SameForEveryVisitor]
internal sealed class ShowRobots(ICurrentTenant current, CommuneSite site) : PageModel
{
    public IActionResult OnGet() => Content(
        current.Tenant.State == TenantState.Open
            ? $"User-agent: *\nDisallow: /gestion\nDisallow: /recherche\nSitemap: {Request.Scheme}://{site.Host}/sitemap.xml\n"
            : "User-agent: *\nDisallow: /\n",
        "text/plain");
}
