using Microsoft.Extensions.DependencyInjection;
using Saas.Contracts.Requests;
using Saas.Contracts.Search;
using Saas.Modules.Requests.Deadlines;
using Saas.Modules.Requests.Filtering;
using Saas.Modules.Requests.Following;
using Saas.Modules.Requests.Labelling;
using Saas.Modules.Requests.Processing;
using Saas.Modules.Requests.Receiving;
using Saas.Modules.Requests.Retention;
using Saas.Modules.Requests.Templates;
using Saas.Shell.Identity;
using Saas.Shell.Modules;

namespace Saas.Modules.Requests;

/// <summary>Every request of the commune, whatever it came from: inbox, answers, follow-up by reference and code.</summary>
public sealed class RequestsModule : SaasModule
{
    public override string Name => "requests";

    public override string Title => "Demandes";

    public override bool IsOptional => true;

    public override void Describe(ModuleBuilder module)
    {
        ArgumentNullException.ThrowIfNull(module);
        module.Permission(RequestsPermissions.Read, "Lire les demandes", Role.Administrator, Role.Secretary, Role.Agent, Role.Elected, Role.Assistance);
        module.Permission(RequestsPermissions.Export, "Exporter les demandes", Role.Administrator, Role.Secretary, Role.Agent, Role.Elected);
        module.Permission(RequestsPermissions.Process, "Traiter les demandes", Role.Administrator, Role.Secretary, Role.Agent);
        module.Permission(RequestsPermissions.Settle, "Régler la conservation et les rappels des demandes", Role.Administrator, Role.Secretary);

        module.StaffMenu<RequestsToDealWith>("Demandes", "/gestion/demandes", RequestsPermissions.Read, "inbox");
        module.Today<RequestsToday>();
        module.Answers<IRequestIntake, RequestIntake>();
        module.Answers<ISearchableByStaff, FindRequests>();
        module.Files<RequestFiles>();
        module.Settings<RequestsSettings>("les réglages des demandes", RequestsSettings.Address);
        module.Job<DailyRound>(DailyRound.Kind);

        module.Services.AddScoped<PlatformAddress>();
        module.Services.AddScoped<Receipts>();
        module.Services.AddScoped<RequestAnnouncement>();
        module.Services.AddScoped<CompletionMails>();
        module.Services.AddScoped<FollowAccess>();
        module.Services.AddScoped<ResidentMails>();
        module.Services.AddScoped<Colleagues>();
        module.Services.AddScoped<BulkActs>();
        module.Services.AddScoped<ReplyTemplates>();
        module.Services.AddScoped<DailyRounds>();
        module.Services.AddScoped<RequestErasures>();
        module.Services.AddScoped<CommuneLabels>();
        module.Services.AddScoped<SavedFilters>();
        module.Services.AddScoped<LegalDeadlines>();
        module.Services.AddScoped<DeadlineReminders>();
    }
}
