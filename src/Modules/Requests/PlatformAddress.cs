using Microsoft.AspNetCore.Http;
using Saas.Shell.Tenancy;

namespace Saas.Modules.Requests;

/// <summary>Absolute addresses, for mails: on the host of the request that causes the mail, or on the platform's for jobs.</summary>
internal sealed class PlatformAddress(IHttpContextAccessor accessor, ICurrentTenant current, SiteAddress sites)
{
    public string Of(string path) => accessor.HttpContext?.Request is { } request
        ? $"{request.Scheme}://{request.Host}{path}"
        : sites.Of(current.Tenant.Slug, path);
}
