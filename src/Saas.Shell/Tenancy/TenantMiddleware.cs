using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Options;
using Saas.Shell.Web;

namespace Saas.Shell.Tenancy;

/// <summary>
/// The host name chooses the commune. <c>claret.parvis.fr</c> is the commune's address on the platform, the only one with a back office;
/// all others redirect to the canonical one; an unknown host is a plain 404, a closed commune its notice.
/// </summary>
internal sealed class TenantMiddleware(RequestDelegate next, ITenantDirectory directory, IOptions<PlatformOptions> platform)
{
    public async Task InvokeAsync(HttpContext http, CurrentTenant current)
    {
        if (!IsReadable(http.Request))
        {
            // It would be read again on the way of the answer.
            http.Request.Headers.Host = platform.Value.Domain;
            await PlainPages.WriteAsync(http, StatusCodes.Status404NotFound);
            return;
        }

        // Health is asked by address, without a host of ours.
        if (http.Request.Path.StartsWithSegments("/health"))
        {
            await next(http);
            return;
        }

        var host = http.Request.Host.Host.ToLowerInvariant();
        if (host == platform.Value.Domain)
        {
            await next(http);
            return;
        }

        var slug = SlugOf(host);
        var tenant = slug is null ? directory.FindByOwnHost(host) : directory.FindBySlug(slug);
        if (tenant is { State: TenantState.Disabled, Notice: { } notice })
        {
            await PlainPages.WriteClosedAsync(http, tenant.Name, notice);
            return;
        }

        if (tenant is null or { State: TenantState.Disabled })
        {
            await PlainPages.WriteAsync(http, StatusCodes.Status404NotFound);
            return;
        }

        if (Elsewhere(http.Request, host, tenant) is { } address)
        {
            http.Response.Redirect(address, permanent: false, preserveMethod: true);
            return;
        }

        current.Enter(tenant);
        await next(http);
    }

    /// <summary>The framework translates a host of another alphabet (xn--…) as it reads it, and throws at what is none.</summary>
    private static bool IsReadable(HttpRequest request)
    {
        try
        {
            return request.Host.Host is not null;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private string? SlugOf(string host) =>
        host.Length > platform.Value.Domain.Length + 1
        && host.EndsWith(platform.Value.Domain, StringComparison.Ordinal)
        && host[^(platform.Value.Domain.Length + 1)] == '.'
            ? host[..^(platform.Value.Domain.Length + 1)]
            : null;

    private string? Elsewhere(HttpRequest request, string host, Tenant tenant)
    {
        var platformHost = $"{tenant.Slug}.{platform.Value.Domain}";
        var right = request.Path.StartsWithSegments("/gestion") ? platformHost : tenant.CanonicalHost ?? platformHost;
        return right == host
            ? null
            : UriHelper.BuildAbsolute(
                request.Scheme,
                request.Host.Port is { } port ? new HostString(right, port) : new HostString(right),
                request.PathBase,
                request.Path,
                request.QueryString);
    }
}
