using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Saas.Shell.Web;

namespace Saas.Shell.Tenancy;

/// <summary>Where a site answers on the platform, reached the way this request came, scheme and port included; from a job, over https.</summary>
public sealed class SiteAddress(IHttpContextAccessor accessor, IOptions<PlatformOptions> platform)
{
    public string HostOf(string slug) => $"{slug}.{platform.Value.Domain}";

    /// <param name="slug">Of the commune or group.</param>
    /// <param name="path">With its first slash.</param>
    public string Of(string slug, string path = "/") => accessor.HttpContext?.Request is { } request
        ? $"{request.Scheme}://{HostOf(slug)}{(request.Host.Port is { } port ? $":{port}" : "")}{path}"
        : $"https://{HostOf(slug)}{path}";
}
