using Microsoft.AspNetCore.Mvc.Filters;

namespace Saas.Shell.Web;

/// <summary>A page about one resident: no cache keeps it, no search engine lists it.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeverKeptAttribute : ResultFilterAttribute
{
    public override void OnResultExecuting(ResultExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var headers = context.HttpContext.Response.Headers;
        headers.CacheControl = "no-store";
        headers["X-Robots-Tag"] = "noindex";
    }
}
