using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;
using Microsoft.Extensions.DependencyInjection;
using Saas.Shell.Tenancy;

namespace Saas.Shell.Web;

/// <summary>A page of communes does not exist on the platform's host, and conversely: the same address may mean one thing in each place.</summary>
internal sealed class PlaceMatcherPolicy : MatcherPolicy, IEndpointSelectorPolicy
{
    /// <summary>After Razor Pages has loaded the page (int.MinValue + 100): before, its attributes are not in the metadata.</summary>
    public override int Order => int.MinValue + 200;

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) =>
        endpoints.Any(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null);

    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        var onPlatform = httpContext.RequestServices.GetRequiredService<ICurrentTenant>().Found is null;
        for (var i = 0; i < candidates.Count; i++)
        {
            if (!candidates.IsValidCandidate(i))
            {
                continue;
            }

            var metadata = candidates[i].Endpoint.Metadata;
            if (metadata.GetMetadata<PageActionDescriptor>() is not null
                && metadata.GetMetadata<OnPlatformAttribute>() is not null != onPlatform)
            {
                candidates.SetValidity(i, false);
            }
        }

        return Task.CompletedTask;
    }
}
