using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.ArchitectureTests;

/// <summary>A page of the running host's endpoint table.</summary>
internal sealed record PageAt(string Address, string Module, string Name, IReadOnlyList<object> Metadata)
{
    public bool OnPlatform => Metadata.OfType<OnPlatformAttribute>().Any();

    public bool IsPublic => Metadata.OfType<PublicAttribute>().Any();

    public string? Permission => Metadata.OfType<RequiresAttribute>().FirstOrDefault()?.Permission;

    public bool HasParameters => Address.Contains('{', StringComparison.Ordinal);

    /// <summary>Where the page lies in the tree.</summary>
    public string File => $"src/Modules/{Module}{Name}.cshtml";

    public Type? Model => Metadata.OfType<CompiledPageActionDescriptor>().FirstOrDefault()?.HandlerTypeInfo.AsType();

    public override string ToString() => $"{Address} ({Module}{Name}{(OnPlatform ? ", platform" : "")})";

    public static IReadOnlyList<PageAt> Of(SaasHost host) => Of(host.Application.Services.GetServices<EndpointDataSource>());

    public static IReadOnlyList<PageAt> Of(IEnumerable<EndpointDataSource> sources) => sources
        .SelectMany(source => source.Endpoints)
        .OfType<RouteEndpoint>()
        .Distinct()
        .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null)
        .Select(endpoint =>
        {
            var page = endpoint.Metadata.GetMetadata<PageActionDescriptor>()!;
            return new PageAt("/" + endpoint.RoutePattern.RawText!.TrimStart('/'), page.AreaName ?? "", page.ViewEnginePath, [.. endpoint.Metadata]);
        })
        .OrderBy(page => page.Address, StringComparer.Ordinal)
        .ToList();
}
