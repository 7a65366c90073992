using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Requests;

/// <summary>Absolute addresses, for mails: on the host of the request that causes the mail, or on the platform's for jobs.</summary>
internal sealed class PlatformAddress(IHttpContextAccessor accessor, ICurrentTenant current, IOptions<PlatformOptions> platform)
{
    public string Of(string path) => accessor.HttpContext?.Request is { } request
        ? $"{request.Scheme}://{request.Host}{path}"
        : $"https://{current.Tenant.Slug}.{platform.Value.Domain}{path}";
}
