using Microsoft.Extensions.DependencyInjection;
using Saas.Shell.Identity;
using Saas.Shell.Provisioning;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Shell.CommandLine;

/// <summary>The communes of tenants/ with staff whose password everyone knows. Never outside development.</summary>
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
            await accounts.ExemptFromSecondFactorAsync(await accounts.AddMemberAsync($"secretaire@{tenant.Slug}.test", "Secrétariat de mairie", Role.Administrator, Password, cancel), cancel);
            await accounts.AddMemberAsync($"maire@{tenant.Slug}.test", "La maire", Role.Elected, Password, cancel);
            Console.WriteLine(tenant.Slug);
        }

        await using var platform = services.CreateAsyncScope();
        var operators = platform.ServiceProvider.GetRequiredService<StaffAccounts>();
        await operators.ExemptFromSecondFactorAsync(await operators.AddOperatorAsync("operateur@parvis.test", "Opérateur", Password), cancel);
        return 0;
    }
}
