using Microsoft.Extensions.DependencyInjection;
using Saas.Modules.Platform.Announcing;
using Saas.Modules.Platform.Sites;
using Saas.Shell.Identity;
using Saas.Shell.Modules;

namespace Saas.Modules.Platform;

/// <summary>The operator's pages, on the platform's own host.</summary>
public sealed class PlatformModule : SaasModule
{
    public override string Name => "platform";

    public override string Title => "Plateforme";

    public override void Describe(ModuleBuilder module)
    {
        ArgumentNullException.ThrowIfNull(module);
        module.Permission(PlatformPermissions.Operate, "Tenir la plateforme", Role.Operator);

        module.StaffMenu("Communes", "/console", PlatformPermissions.Operate, "bank");
        module.StaffMenu("Groupes", "/console/groupes", PlatformPermissions.Operate, "people");
        module.StaffMenu("Courriels refusés", "/console/courriels", PlatformPermissions.Operate, "envelope");
        module.StaffMenu("Travaux bloqués", "/console/travaux", PlatformPermissions.Operate, "hourglass-split");
        module.StaffMenu("Espace disque", "/console/fichiers", PlatformPermissions.Operate, "archive");
        module.StaffMenu("Accès perdus", "/console/acces-perdus", PlatformPermissions.Operate, "key");
        module.StaffMenu("Annonces", "/console/annonces", PlatformPermissions.Operate, "megaphone");

        module.StaffMenu("Journal", "/console/journal", PlatformPermissions.Operate, "journal-text", MenuPlace.House);

        module.Services.AddScoped<AdministratorInvitation>();
        module.Services.AddScoped<AnnouncementDesk>();
        module.Services.AddScoped<EditedSite>();
        module.Services.AddScoped<SiteSheets>();
    }
}
