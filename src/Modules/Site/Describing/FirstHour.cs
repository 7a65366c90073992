using Saas.Shell.Identity;
using Saas.Shell.Settings;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Describing;

/// <summary>The steps of the first hour that belong to the site: hours, telephone, blason, opening.</summary>
internal sealed class FirstHour(ITenantSettings settings, ICurrentTenant current, CurrentPerson person) : IToday
{
    public async Task<IReadOnlyList<TodayTask>> ReadAsync(CancellationToken cancel)
    {
        if (!person.Can(SitePermissions.Edit))
        {
            return [];
        }

        var hall = await settings.GetAsync<SiteSettings>(cancel);
        var steps = new List<TodayTask>
        {
            Step($"Indiquer le téléphone et l’e-mail de {current.Words.House}", "Ils paraissent sur chaque page, et les habitants en ont besoin quand une démarche bloque.", "/gestion/reglages/mairie", hall.KnowsContact),
            Step($"Indiquer l’adresse de {current.Words.House}", "Avec le téléphone et l’adresse e-mail, la loi la demande dans les mentions légales.", "/gestion/reglages/mairie", hall.Street is not null && hall.City is not null),
            Step("Indiquer les horaires d’ouverture", "La page d’accueil dira « Ouvert jusqu’à… » ou « Fermé, ouvre demain à… » toute seule, jours fériés compris.", "/gestion/reglages/mairie", hall.KnowsHours),
        };
        if (person.Can(SitePermissions.Dress))
        {
            steps.Add(Step($"Ajouter le blason ou le logo de {current.Words.Body}", "Il paraît en haut de chaque page, avec le thème et la couleur que vous choisissez au même endroit.", "/gestion/reglages/apparence", current.Tenant.Look.Blason is not null));
        }

        steps.Add(Step("Ouvrir le site au public", "Tant qu’il est en préparation, les moteurs de recherche l’ignorent et les démarches restent fermées.", "/gestion/reglages/ouverture", current.Tenant.State != TenantState.Preparing));
        return steps;
    }

    private static TodayTask Step(string title, string detail, string address, bool done) => new(title, detail, address, Count: null, TodayKind.FirstHour, done);
}
