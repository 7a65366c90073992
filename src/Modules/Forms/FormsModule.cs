using Microsoft.Extensions.DependencyInjection;
using Saas.Contracts.Forms;
using Saas.Contracts.Requests;
using Saas.Contracts.Search;
using Saas.Modules.Forms.Answering;
using Saas.Modules.Forms.Composing;
using Saas.Modules.Forms.Retention;
using Saas.Modules.Forms.Starting;
using Saas.Shell.Identity;
using Saas.Shell.Modules;

namespace Saas.Modules.Forms;

/// <summary>Online procedures: staff compose and publish them, residents answer them.</summary>
public sealed class FormsModule : SaasModule
{
    public override string Name => "forms";

    public override string Title => "Démarches";

    public override bool IsOptional => true;

    public override void Describe(ModuleBuilder module)
    {
        ArgumentNullException.ThrowIfNull(module);
        module.Permission(FormsPermissions.Read, "Voir la liste des démarches", Role.Administrator, Role.Secretary, Role.Elected, Role.Assistance);
        module.Permission(FormsPermissions.Compose, "Composer et publier les démarches", Role.Administrator, Role.Secretary, Role.Assistance);
        module.Permission(FormsPermissions.Enter, "Saisir une demande reçue à l’accueil, par téléphone ou par courrier", Role.Administrator, Role.Secretary, Role.Agent);
        module.PublicMenu("Démarches", "/demarches");
        module.StaffMenu("Démarches", "/gestion/demarches", FormsPermissions.Read, "ui-checks");
        module.Today<FormsToday>();
        module.Answers<IOpenProcedures, OpenForms>();
        module.Answers<IAnswersAgain, AnswersAgain>();
        module.Answers<ISearchable, FindOpenForms>();
        module.Answers<ISearchableByStaff, FindForms>();
        module.Starter<StartForms>();
        module.Job<PurgeDraft>(PurgeDraft.Kind);
        module.Files<DraftFiles>();

        module.Services.AddOptions<FormsOptions>().BindConfiguration("Forms").ValidateDataAnnotations().ValidateOnStart();
        module.Services.AddScoped<BrowserKey>();
        module.Services.AddScoped<DraftOwner>();
        module.Services.AddScoped<DraftShelf>();
        module.Services.AddScoped<FileDesk>();
    }
}
