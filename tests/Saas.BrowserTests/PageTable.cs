using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.BrowserTests;

/// <summary>Every page that the running application has, whoever wrote it.</summary>
internal sealed class PageTable
{
    private PageTable(IReadOnlyList<PageRow> rows) => Rows = rows;

    public IReadOnlyList<PageRow> Rows { get; }

    public static async Task<PageTable> ReadAsync(IServiceProvider services)
    {
        var loader = services.GetRequiredService<PageLoader>();
        var rows = new List<PageRow>();
        foreach (var endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                var compiled = await loader.LoadAsync(page, endpoint.Metadata);
                rows.Add(new PageRow(
                    "/" + endpoint.RoutePattern.RawText!.TrimStart('/'),
                    Matcher(endpoint.RoutePattern),
                    endpoint.RoutePattern.InboundPrecedence,
                    compiled.EndpointMetadata.OfType<OnPlatformAttribute>().Any(),
                    compiled.EndpointMetadata.OfType<PublicAttribute>().Any()));
            }
        }

        Assert.NotEmpty(rows);
        return new PageTable([.. rows.OrderBy(row => row.Precedence)]);
    }

    /// <summary>The page behind an address; null when there is none.</summary>
    public PageRow? Find(string path, bool onPlatform) => Rows.FirstOrDefault(row => row.OnPlatform == onPlatform && row.Matcher.IsMatch(path.Split('?', '#')[0]));

    private static Regex Matcher(RoutePattern pattern) => new(
        "^/" + string.Join('/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => Regex.Escape(literal.Content),
            RoutePatternParameterPart parameter => Matcher(parameter),
            _ => "",
        })))) + "$");

    private static string Matcher(RoutePatternParameterPart parameter) => parameter.ParameterPolicies.Select(policy => policy.Content).FirstOrDefault() switch
    {
        "guid" => "[0-9a-f]{8}-[0-9a-f-]{27}",
        "int" => @"\d+",
        { } pattern when pattern.StartsWith("regex(", StringComparison.Ordinal) => pattern[6..^1].Trim('^', '$'),
        _ => "[^/]+",
    };
}

/// <param name="Route">As the page states it: <c>/demarches/{slug}</c>.</param>
/// <param name="OnPlatform">On the platform's own host.</param>
internal sealed record PageRow(string Route, Regex Matcher, decimal Precedence, bool OnPlatform, bool IsPublic)
{
    /// <summary>Of the back office. Not the one that shows what is typed in another page, and nothing by itself.</summary>
    public bool IsStaff => !OnPlatform && (!IsPublic || Route == "/gestion/deconnexion") && Route != "/gestion/site/apercu";

    /// <summary>Shown in place of another page.</summary>
    public bool IsError => Route.StartsWith("/erreur/", StringComparison.Ordinal);
}
