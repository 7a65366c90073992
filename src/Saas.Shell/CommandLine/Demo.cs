using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Provisioning;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Shell.CommandLine;

/// <summary>The communes of tenants/ and their intercommunality, with staff whose password everyone knows. Never outside development.</summary>
internal static class Demo
{
    private const string Password = "Parvis-demo-2026";

    public static async Task<int> RunAsync(IServiceProvider services, CancellationToken cancel)
    {
        var folders = services.GetRequiredService<CommuneFolders>();
        await folders.ApplyBlueprintsAsync(cancel);
        foreach (var folder in ShippedFolders.Tenants.EnumerateDirectories().Where(folder => folder.Name[0] != '_').OrderBy(folder => folder.Name))
        {
            var tenant = await folders.ApplyAsync(folder, cancel);
            await using var scope = services.GetRequiredService<TenantScopes>().Open(tenant);
            var accounts = scope.ServiceProvider.GetRequiredService<StaffAccounts>();
            await AddAdministratorAsync(accounts, tenant, "Secrétariat de mairie", cancel);
            await accounts.AddMemberAsync($"maire@{tenant.Slug}.test", "La maire", Role.Elected, Password, cancel);
            Console.WriteLine(tenant.Slug);
        }

        await FoundGroupAsync(services, cancel);
        await using var platform = services.CreateAsyncScope();
        var operators = platform.ServiceProvider.GetRequiredService<StaffAccounts>();
        await operators.ExemptFromSecondFactorAsync(await operators.AddOperatorAsync("operateur@parvis.test", "Opérateur", Password), cancel);
        return 0;
    }

    /// <summary>That of the demo communes, with every commune it has.</summary>
    private static async Task FoundGroupAsync(IServiceProvider services, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SaasDbContext>();
        var siren = await db.Set<TenantRow>().Where(tenant => tenant.EpciSiren != null).OrderBy(tenant => tenant.Slug).Select(tenant => tenant.EpciSiren).FirstAsync(cancel);
        var epci = await db.Set<ReferenceEpci>().SingleAsync(epci => epci.Siren == siren, cancel);
        var members = await db.Set<ReferenceCommune>().Where(commune => commune.EpciSiren == siren).Select(commune => commune.Code).ToListAsync(cancel);
        var slug = await scope.ServiceProvider.GetRequiredService<GroupSlugs>().ProposeAsync(epci, cancel);
        var group = await scope.ServiceProvider.GetRequiredService<GroupFounding>().FoundAsync(new GroupToFound(Guid.CreateVersion7(), epci.FullName, slug, siren, members), cancel);
        await db.Set<TenantRow>().Where(tenant => tenant.Id == group!.Id && tenant.State == TenantState.Preparing).ExecuteUpdateAsync(tenant => tenant.SetProperty(t => t.State, TenantState.Open), cancel);
        await using var inGroup = services.GetRequiredService<TenantScopes>().Open(group!);
        await AddAdministratorAsync(inGroup.ServiceProvider.GetRequiredService<StaffAccounts>(), group!, "Accueil de la communauté de communes", cancel);
        Console.WriteLine(group!.Slug);
    }

    private static async Task AddAdministratorAsync(StaffAccounts accounts, Tenant tenant, string name, CancellationToken cancel) =>
        await accounts.ExemptFromSecondFactorAsync(await accounts.AddMemberAsync($"secretaire@{tenant.Slug}.test", name, Role.Administrator, Password, cancel), cancel);
}
