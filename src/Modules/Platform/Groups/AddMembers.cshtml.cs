using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Provisioning;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Platform.Groups;

/// <summary>Adds communes to a group: those of its intercommunality, or others found by name.</summary>
[OnPlatform]
[Requires(PlatformPermissions.Operate)]
internal sealed class AddMembers(SaasDbContext db, GroupMembers members) : FormPage
{
    private const int Most = 60;

    [BindProperty(Name = "id", SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Words { get; set; }

    /// <summary>INSEE codes of those to add.</summary>
    [BindProperty(Name = "commune")]
    public List<string> Codes { get; set; } = [];

    public string GroupName { get; private set; } = "";

    /// <summary>How many it has.</summary>
    public int Known { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public bool More { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Codes.Count > 0 && await db.FindGroupAsync(Id, cancel) is not null)
        {
            var added = await members.AddAsync(Id, Codes, cancel);
            TempData.Say(added == 0 ? "Ces communes étaient déjà membres du groupe." : $"{French.Count(added, "commune ajoutée", "communes ajoutées")} au groupe.");
            return LocalRedirect($"/console/groupes/{Id}/membres");
        }

        ModelState.AddModelError(nameof(Codes), "Cochez au moins une commune.");
        return await ShowAsync(cancel);
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        if (await db.FindGroupAsync(Id, cancel) is not { } site)
        {
            return NotFound();
        }

        GroupName = site.Name;
        Known = await db.Set<GroupMember>().CountAsync(member => member.TenantId == Id, cancel);
        var found = await Offered(site).Take(Most + 1).Select(commune => new Row(commune.Code, commune.Name)).ToListAsync(cancel);
        (Rows, More) = ([.. found.Take(Most)], found.Count > Most);
        return Page();
    }

    /// <summary>Those whose name begins so come first.</summary>
    private IQueryable<ReferenceCommune> Offered(TenantRow site)
    {
        var words = (Words ?? "").Trim();
        var start = Slugs.Of(words);
        if (start.Length == 0)
        {
            return db.Absent(site).OrderBy(commune => commune.Slug).ThenBy(commune => commune.Code);
        }

        var code = words.ToUpperInvariant();
        return db.Set<ReferenceCommune>().AsNoTracking()
            .Where(commune => commune.Slug.Contains(start) || commune.Code == code || commune.PostalCodes.Contains(code))
            .Where(commune => !db.Set<GroupMember>().Any(member => member.TenantId == Id && member.CommuneCode == commune.Code))
            .OrderByDescending(commune => commune.Slug.StartsWith(start)).ThenBy(commune => commune.Slug).ThenBy(commune => commune.Code);
    }

    internal sealed record Row(string Code, string Name);
}
