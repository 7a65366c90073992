using Microsoft.AspNetCore.Mvc.RazorPages;
using Saas.Shell.Assistance;
using Saas.Shell.Identity;
using Saas.Shell.Settings;
using Saas.Shell.Tenancy;
using Saas.Shell.Theming;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Describing;

[Requires(SitePermissions.Edit)]
internal sealed class ListSettings(ITenantSettings settings, ICurrentTenant current, CurrentPerson person, AssistanceConsents assistance, CommuneClock clock) : PageModel
{
    public bool Open => current.Tenant.State == TenantState.Open;

    public string TownHall { get; private set; } = "";

    public string QuickAccesses { get; private set; } = "";

    public bool MayDress => person.Can(SitePermissions.Dress);

    public bool MayAllowAssistance => person.Can(AssistanceConsents.Manage);

    public string Assistance { get; private set; } = "";

    public string Appearance => $"Thème {Themes.All.FirstOrDefault(theme => theme.Name == current.Tenant.Look.Theme)?.Title}, {(current.Tenant.Look.Blason is null ? "sans blason pour l’instant" : "avec le blason")}.";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var hall = await settings.GetAsync<SiteSettings>(cancel);
        var missing = new List<string>();
        if (hall.Street is null || hall.City is null)
        {
            missing.Add("adresse");
        }

        if (hall.Telephone is null)
        {
            missing.Add("téléphone");
        }

        if (hall.Email is null)
        {
            missing.Add("adresse e-mail");
        }

        if (!hall.KnowsHours)
        {
            missing.Add("horaires");
        }

        TownHall = missing.Count == 0 ? "Adresse, téléphone, adresse e-mail et horaires sont indiqués." : $"À compléter : {string.Join(", ", missing)}.";
        if (MayAllowAssistance)
        {
            Assistance = await assistance.FindOpenAsync(cancel) is { } consent ? $"Autorisée jusqu’au {clock.Moment(consent.ExpiresAt)}." : "Personne d’autre que votre équipe n’entre ici.";
        }

        QuickAccesses = hall.QuickAccesses is { Count: > 0 } chosen ? $"{chosen.Count} accès choisis." : "Ceux proposés au départ.";
    }
}
