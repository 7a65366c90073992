using Microsoft.Extensions.DependencyInjection;

namespace Saas.Shell.Jobs;

/// <summary>Work done outside a request, inside the scope of one commune. May be run again after a crash: it must bear being repeated.</summary>
public interface ITenantJob
{
    Task RunAsync(Guid id, CancellationToken cancel);
}

/// <summary>A kind of work this node knows how to do. During a deployment an older node leaves newer kinds to the others.</summary>
internal sealed record JobKind(string Name);

internal static class JobRegistration
{
    public static void AddTenantJob<TJob>(this IServiceCollection services, string kind)
        where TJob : class, ITenantJob
    {
        services.AddKeyedScoped<ITenantJob, TJob>(kind);
        services.AddSingleton(new JobKind(kind));
    }
}
