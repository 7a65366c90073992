using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saas.Shell.Data;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Shell.Provisioning;

/// <summary>Applies folders of tenants/ to the database, which is the truth at run time. Can be run again.</summary>
public sealed class CommuneFolders(IServiceScopeFactory scopes, TenantScopes tenantScopes, ITenantDirectory directory)
{
    /// <summary>What communes and groups start with, by the folder of each.</summary>
    public static readonly IReadOnlyDictionary<string, TenantKind> Blueprints = new Dictionary<string, TenantKind>(StringComparer.Ordinal)
    {
        ["_commune"] = TenantKind.Commune,
        ["_groupe"] = TenantKind.Group,
    };

    public async Task ApplyBlueprintsAsync(CancellationToken cancel)
    {
        foreach (var name in Blueprints.Keys)
        {
            await ApplyBlueprintAsync(new DirectoryInfo(Path.Combine(ShippedFolders.Tenants.FullName, name)), cancel);
        }
    }

    public async Task ApplyBlueprintAsync(DirectoryInfo folder, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        foreach (var module in scope.ServiceProvider.GetServices<IStarterContent>())
        {
            await module.ApplyBlueprintAsync(Blueprints[folder.Name], folder, cancel);
        }
    }

    /// <summary>Founds the commune if need be, then gives it what its folder says.</summary>
    public async Task<Tenant> ApplyAsync(DirectoryInfo folder, CancellationToken cancel)
    {
        var wanted = TenantFolder.Read(folder);
        Tenant tenant;
        await using (var scope = scopes.CreateAsyncScope())
        {
            tenant = await scope.ServiceProvider.GetRequiredService<CommuneFounding>().FoundAsync(wanted.Insee!, cancel)
                ?? throw new InvalidOperationException($"tenants/{folder.Name}/tenant.json: no commune has the code {wanted.Insee}.");
            await ApplyIdentityAsync(scope.ServiceProvider.GetRequiredService<SaasDbContext>(), tenant.Id, wanted, cancel);
        }

        await directory.RefreshAsync(tenant.Id, cancel);
        tenant = directory.FindById(tenant.Id)!;
        await using (var scope = tenantScopes.Open(tenant))
        {
            foreach (var module in scope.ServiceProvider.GetServices<IStarterContent>())
            {
                await module.ApplyCommuneAsync(folder, cancel);
            }

            await scope.ServiceProvider.GetRequiredService<SaasDbContext>().SaveChangesAsync(cancel);
        }

        return directory.FindById(tenant.Id)!;
    }

    private static async Task ApplyIdentityAsync(SaasDbContext db, Guid id, TenantFolder wanted, CancellationToken cancel)
    {
        var row = await db.Set<TenantRow>().SingleAsync(t => t.Id == id, cancel);
        if (!row.LookChosen)
        {
            row.Theme = wanted.Theme ?? row.Theme;
            row.Accent = wanted.Accent ?? row.Accent;
        }

        row.Modules = wanted.Modules?.ToList() ?? row.Modules;
        row.State = wanted.Open && row.State == TenantState.Preparing ? TenantState.Open : row.State;
        await db.Set<TenantHost>().Where(h => h.TenantId == id && !wanted.Hosts.Contains(h.Host)).ExecuteDeleteAsync(cancel);
        var known = await db.Set<TenantHost>().Where(h => h.TenantId == id).Select(h => h.Host).ToListAsync(cancel);
        db.AddRange(wanted.Hosts.Except(known).Select(host => new TenantHost { Host = host, TenantId = id, Canonical = host == wanted.Hosts[0] }));
        await db.SaveChangesAsync(cancel);
    }
}
