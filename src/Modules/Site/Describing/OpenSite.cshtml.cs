using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Site.Model;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Settings;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Describing;

[Requires(SitePermissions.Edit)]
internal sealed class OpenSite(SaasDbContext db, ITenantSettings settings, ICurrentTenant current, ITenantDirectory directory, AuditTrail trail) : FormPage
{
    public bool Open => current.Tenant.State == TenantState.Open;

    public IReadOnlyList<Step> Steps { get; private set; } = [];

    public bool Ready => Steps.All(step => step.Done || !step.Needed);

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Steps = await StepsAsync(cancel);
        foreach (var missing in Steps.Where(step => step is { Needed: true, Done: false }))
        {
            ModelState.AddModelError("", missing.ToDo);
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancel);
        }

        var id = current.Tenant.Id;
        var row = await db.Set<TenantRow>().SingleAsync(tenant => tenant.Id == id, cancel);
        if (row.State == TenantState.Preparing)
        {
            row.State = TenantState.Open;
            trail.Note(AuditKind.Settings, "a ouvert le site aux habitants", "/gestion/reglages/ouverture");
            await db.SaveChangesAsync(cancel);
            await directory.RefreshAsync(id, cancel);
        }

        TempData.Say("Le site est ouvert : tout le monde le voit sans mention « en préparation », et les moteurs de recherche peuvent le trouver.");
        return Redirect("/gestion/reglages/ouverture");
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Steps = await StepsAsync(cancel);
        return Page();
    }

    private async Task<IReadOnlyList<Step>> StepsAsync(CancellationToken cancel)
    {
        var hall = await settings.GetAsync<SiteSettings>(cancel);
        return
        [
            new($"Le téléphone de {current.Words.House}", $"Indiquez le téléphone de {current.Words.House}.", "/gestion/reglages/mairie", hall.Telephone is not null, Needed: true),
            new($"L’adresse e-mail de {current.Words.House}", $"Indiquez l’adresse e-mail de {current.Words.House}.", "/gestion/reglages/mairie", hall.Email is not null, Needed: true),
            new("Les horaires d’ouverture", "Indiquez les horaires d’ouverture.", "/gestion/reglages/mairie", hall.KnowsHours, Needed: true),
            new("Une page à vous", $"Relisez une page fournie, « {current.Words.HouseFirst} » par exemple, et mettez-y vos mots.", "/gestion/site", await db.Pages.AnyAsync(page => page.PublishedAt != null, cancel), Needed: false),
        ];
    }

    internal sealed record Step(string Title, string ToDo, string Address, bool Done, bool Needed);
}
