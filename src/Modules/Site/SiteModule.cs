using Microsoft.Extensions.DependencyInjection;
using Saas.Contracts.Search;
using Saas.Contracts.Site;
using Saas.Modules.Site.Deleting;
using Saas.Modules.Site.Describing;
using Saas.Modules.Site.Library;
using Saas.Modules.Site.Model;
using Saas.Modules.Site.Publishing;
using Saas.Modules.Site.Reviewing;
using Saas.Modules.Site.Starting;
using Saas.Modules.Site.Visiting;
using Saas.Modules.Site.Writing;
using Saas.Shell.Identity;
using Saas.Shell.Modules;

namespace Saas.Modules.Site;

/// <summary>The commune's public site: home, pages, news, town hall.</summary>
public sealed class SiteModule : SaasModule
{
    public override string Name => "site";

    public override string Title => "Site";

    public override void Describe(ModuleBuilder module)
    {
        ArgumentNullException.ThrowIfNull(module);
        module.Permission(SitePermissions.Edit, "Écrire le site et régler la mairie", Role.Administrator, Role.Secretary, Role.Assistance);
        module.Permission(SitePermissions.Dress, "Choisir l’apparence du site : thème, couleur, blason", Role.Administrator, Role.Assistance);
        module.Permission(SitePermissions.Read, "Lire le site avant sa publication", Role.Administrator, Role.Secretary, Role.Elected, Role.Assistance);

        module.PublicMenu("Actualités", "/actualites");
        module.StaffMenu("Site", "/gestion/site", SitePermissions.Read, icon: "layout-text-window-reverse");
        module.StaffMenu("Réglages", "/gestion/reglages", SitePermissions.Edit, icon: "gear", MenuPlace.House);

        module.Settings<SiteSettings>("les réglages du site", "/gestion/reglages");
        module.Files<LookPictures>();
        module.Files<MediaPointers>();
        module.Starter<SiteStarter>();
        module.Today<FirstHour>();
        module.Today<ContentsToReview>();
        module.Today<SessionsToReport>();
        module.Job<TurnContent>(TurnContent.Kind);
        module.Job<PurgeContent>(PurgeContent.Kind);
        module.Job<PurgeMedia>(PurgeMedia.Kind);
        module.Job<AskReview>(AskReview.Kind);
        module.Answers<IPublicFrame, CommuneFrame>();
        module.Answers<ISearchable, SearchableContent>();
        module.Answers<ISearchableByStaff, FindContent>();

        module.Services.AddOptions<SiteOptions>().BindConfiguration("Site").ValidateDataAnnotations().ValidateOnStart();
        module.Services.AddScoped<CommuneSite>();
        module.Services.AddScoped<HomeContents>();
        module.Services.AddScoped<ContentEditing>();
        module.Services.AddScoped<ContentPictures>();
        module.Services.AddScoped<MediaInText>();
        module.Services.AddScoped<MediaLibrary>();
        module.Services.AddScoped<EventCalendar>();
    }
}
