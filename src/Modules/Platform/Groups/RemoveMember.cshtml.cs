using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Provisioning;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Platform.Groups;

/// <summary>Takes a commune out of a group, and nothing from the commune. Done twice, it is done once.</summary>
[OnPlatform]
[Requires(PlatformPermissions.Operate)]
internal sealed class RemoveMember(SaasDbContext db, GroupMembers members) : FormPage
{
    [BindProperty(Name = "id", SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(Name = "insee", SupportsGet = true)]
    public string Insee { get; set; } = "";

    public string GroupName { get; private set; } = "";

    public string CommuneTitle { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await ShowAsync(cancel) is NotFoundResult gone ? gone
        : await db.Set<GroupMember>().AnyAsync(member => member.TenantId == Id && member.CommuneCode == Insee, cancel) ? Page()
        : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await ShowAsync(cancel) is NotFoundResult gone)
        {
            return gone;
        }

        if (await members.RemoveAsync(Id, Insee, cancel))
        {
            TempData.Say($"{CommuneTitle} ne fait plus partie du groupe.", undo: $"/console/groupes/{Id}/membres?commune={Uri.EscapeDataString(Insee)}");
        }
        else
        {
            TempData.Say($"{CommuneTitle} ne faisait déjà plus partie du groupe.");
        }

        return LocalRedirect($"/console/groupes/{Id}");
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        if (await db.FindGroupAsync(Id, cancel) is not { } site)
        {
            return NotFound();
        }

        GroupName = site.Name;
        CommuneTitle = await db.Set<ReferenceCommune>().Where(commune => commune.Code == Insee).Select(commune => commune.Name).SingleOrDefaultAsync(cancel)
            ?? await db.Set<TenantRow>().Where(commune => commune.InseeCode == Insee).Select(commune => commune.Name).SingleOrDefaultAsync(cancel)
            ?? "";
        return CommuneTitle.Length == 0 ? NotFound() : Page();
    }
}
