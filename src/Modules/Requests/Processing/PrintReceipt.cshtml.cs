using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Requests.Following;
using Saas.Modules.Requests.Model;
using Saas.Modules.Requests.Receiving;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Tenancy;

namespace Saas.Modules.Requests.Processing;

/// <summary>The receipt on paper, for who came to the desk, telephoned or wrote (CRPA L112-3).</summary>
[Requires(RequestsPermissions.Process)]
internal sealed class PrintReceipt(SaasDbContext db, Receipts receipts, SiteAddress address, ICurrentTenant current) : PageModel
{
    public Guid Id { get; private set; }

    public Receipt Receipt { get; private set; } = null!;

    public string FollowAddress { get; private set; } = "";

    public static string AddressOf(Guid id) => $"{ReadRequest.AddressOf(id)}/accuse";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await db.Requests.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancel) is not { } request)
        {
            return NotFound();
        }

        Id = id;
        Receipt = await receipts.WriteAsync(request, ReadRequest.AddressOf(id), cancel);
        FollowAddress = address.Of(current.Tenant.Slug, FollowAccess.PathOf(request.Reference));
        return Page();
    }
}
