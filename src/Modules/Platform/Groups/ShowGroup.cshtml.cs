using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Platform.Sites;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Provisioning;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Platform.Groups;

/// <summary>What the operator sees of a group: how it is set up, who works there, and its communes, on the platform or not yet.</summary>
[OnPlatform]
[Requires(PlatformPermissions.Operate)]
internal sealed class ShowGroup(SaasDbContext db, SiteSheets sheets) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(Name = "id", SupportsGet = true)]
    public Guid Id { get; set; }

    [FromQuery(Name = "page")]
    public int? Asked { get; set; }

    public SiteSheet Sheet { get; private set; } = null!;

    public PagesOfList Pages { get; private set; } = null!;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>How many of its members have a site.</summary>
    public int Here { get; private set; }

    /// <summary>How many communes of its intercommunality it has not.</summary>
    public int Absent { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await db.FindGroupAsync(Id, cancel) is not { } site)
        {
            return NotFound();
        }

        Absent = await db.Absent(site).CountAsync(cancel);
        await ReadMembersAsync(cancel);
        Sheet = await sheets.ReadAsync(site, cancel);
        return Page();
    }

    private async Task ReadMembersAsync(CancellationToken cancel)
    {
        var members =
            from member in db.Set<GroupMember>()
            where member.TenantId == Id
            join commune in db.Set<TenantRow>() on member.CommuneCode equals commune.InseeCode into founded
            from commune in founded.DefaultIfEmpty()
            join reference in db.Set<ReferenceCommune>() on member.CommuneCode equals reference.Code into known
            from reference in known.DefaultIfEmpty()
            select new { member.CommuneCode, commune, reference };
        var paging = Paging.Of(Asked, PageSize, await members.CountAsync(cancel));
        Pages = new PagesOfList(paging, $"/console/groupes/{Id}", []);
        Here = await members.CountAsync(row => row.commune != null, cancel);
        Rows = await members
            .OrderBy(row => row.commune.Slug ?? row.reference.Slug).ThenBy(row => row.CommuneCode)
            .Skip(paging.Skip).Take(paging.Size)
            .Select(row => new Row(row.CommuneCode, row.commune.Name ?? row.reference.Name ?? row.CommuneCode, row.reference.Population, row.commune.State, row.reference != null))
            .ToListAsync(cancel);
    }

    /// <param name="IsInReference">One that merged is there no longer, and cannot be founded.</param>
    internal sealed record Row(string Code, string Name, int? Population, TenantState? State, bool IsInReference)
    {
        public bool MayBeFounded => State is null && IsInReference;

        public string Address => State is null ? $"/console/communes/{Code}/creer" : $"/console/communes/{Code}";
    }
}
