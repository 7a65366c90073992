using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;
using Microsoft.Extensions.DependencyInjection;
using Saas.Shell.Tenancy;

namespace Saas.Shell.Modules;

/// <summary>A page of a module that is off for this commune does not exist there.</summary>
internal sealed class ModuleGate(ModuleCatalog modules) : MatcherPolicy, IEndpointSelectorPolicy
{
    public override int Order => 0;

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => endpoints.Any(endpoint => AreaOf(endpoint) is not null);

    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        var tenant = httpContext.RequestServices.GetRequiredService<ICurrentTenant>().Found;
        for (var i = 0; i < candidates.Count; i++)
        {
            if (candidates.IsValidCandidate(i) && AreaOf(candidates[i].Endpoint) is { } area && !modules.IsOn(area, tenant))
            {
                candidates.SetValidity(i, false);
            }
        }

        return Task.CompletedTask;
    }

    /// <summary>The area of a page is the folder of its module.</summary>
    private static string? AreaOf(Endpoint endpoint) => endpoint.Metadata.GetMetadata<PageActionDescriptor>()?.AreaName;
}
