using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Saas.Shell.Web;

namespace Saas.Shell.Tenancy;

/// <summary>Where a site answers on the platform, reached the way this request came, scheme and port included; from a job, as <see cref="PlatformOptions.Address"/> says.</summary>
public sealed class SiteAddress(IHttpContextAccessor accessor, IOptions<PlatformOptions> platform)
{
    public string HostOf(string slug) => $"{slug}.{platform.Value.Domain}";

    /// <param name="slug">Of the commune or group.</param>
    /// <param name="path">With its first slash.</param>
    public string Of(string slug, string path = "/") => At(HostOf(slug), path);

    /// <summary>On the platform's own host.</summary>
    /// <param name="path">With its first slash.</param>
    public string OfPlatform(string path) => At(platform.Value.Domain, path);

    private string At(string host, string path)
    {
        var (scheme, port) = accessor.HttpContext?.Request is { } request ? (request.Scheme, request.Host.Port)
            : platform.Value.Address is { } address && new Uri(address) is var outside ? (outside.Scheme, outside.IsDefaultPort ? null : outside.Port)
            : ("https", default(int?));
        return $"{scheme}://{host}{(port is { } number ? $":{number}" : "")}{path}";
    }
}
