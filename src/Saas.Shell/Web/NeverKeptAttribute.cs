using Microsoft.AspNetCore.Mvc.Filters;

namespace Saas.Shell.Web;

/// <summary>
/// A page about one resident: no cache keeps it, and no search engine lists it unless the page says otherwise of what it shows.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeverKeptAttribute : ResultFilterAttribute
{
    public override void OnResultExecuting(ResultExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var headers = context.HttpContext.Response.Headers;
        headers.CacheControl = "no-store";
        headers.TryAdd("X-Robots-Tag", "noindex");
    }
}
