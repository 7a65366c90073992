using Microsoft.Extensions.DependencyInjection;

namespace Saas.Shell.Tenancy;

/// <summary>The door by which jobs, the command line and tests work for a commune.</summary>
public sealed class TenantScopes(IServiceScopeFactory scopes)
{
    public AsyncServiceScope Open(Tenant tenant)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Enter(tenant);
        return scope;
    }
}
