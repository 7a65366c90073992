using Microsoft.AspNetCore.Mvc.Filters;

namespace Saas.Modules.Requests.Following;

/// <summary>A page about one resident: no cache keeps it, no search engine lists it.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class NeverKeptAttribute : ResultFilterAttribute
{
    public override void OnResultExecuting(ResultExecutingContext context)
    {
        var headers = context.HttpContext.Response.Headers;
        headers.CacheControl = "no-store";
        headers["X-Robots-Tag"] = "noindex";
    }
}
