using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Describing;

[Requires(SitePermissions.Edit)]
internal sealed partial class ChooseColour(SaasDbContext db, ICurrentTenant current, ITenantDirectory directory, AuditTrail trail) : FormPage
{
    private const string Free = "libre";

    /// <summary>Colours that suit a commune, and their names.</summary>
    public static IReadOnlyList<(string Hex, string Name)> Palette { get; } =
    [
        ("#1f6f8b", "Bleu canard"), ("#2453a6", "Bleu roi"), ("#4b4fa8", "Lavande"), ("#2f6b3a", "Vert sapin"), ("#5b6b1f", "Olive"),
        ("#8a4b2a", "Terre cuite"), ("#9b2335", "Rouge carmin"), ("#7a3b69", "Prune"), ("#44525c", "Ardoise"),
    ];

    /// <summary>A colour of the palette, empty for the theme's own, or « libre ».</summary>
    [BindProperty]
    public string? Choice { get; set; }

    [BindProperty]
    public string? OwnColour { get; set; }

    public Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var accent = current.Tenant.Accent;
        Choice = accent is null ? "" : Palette.Any(colour => colour.Hex == accent) ? accent : Free;
        OwnColour = accent ?? Palette[0].Hex;
        return ShowAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var accent = Choice == Free ? (OwnColour ?? "").Trim().ToLowerInvariant() : Choice ?? "";
        if (accent.Length > 0 && !Hex().IsMatch(accent))
        {
            ModelState.AddModelError(Choice == Free ? nameof(OwnColour) : nameof(Choice), "Choisissez une couleur de la liste, ou écrivez-la comme #1f6f8b.");
            return await ShowAsync(cancel);
        }

        var id = current.Tenant.Id;
        var row = await db.Set<TenantRow>().SingleAsync(tenant => tenant.Id == id, cancel);
        var before = row.Accent;
        row.Accent = accent.Length == 0 ? null : accent;
        if (before != row.Accent)
        {
            trail.Note(AuditKind.Settings, "a changé la couleur du site", "/gestion/reglages/apparence", AuditChange.Among(("Couleur", before ?? "celle du thème", row.Accent ?? "celle du thème")));
        }

        await db.SaveChangesAsync(cancel);
        await directory.RefreshAsync(id, cancel);
        TempData.Say("La couleur est enregistrée. Le site et la gestion la portent dès maintenant.");
        return Redirect("/gestion/reglages/apparence");
    }

    public override Task<IActionResult> ShowAsync(CancellationToken cancel) => Task.FromResult<IActionResult>(Page());

    [GeneratedRegex("^#[0-9a-f]{6}$")]
    private static partial Regex Hex();
}
