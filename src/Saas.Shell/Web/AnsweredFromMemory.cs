using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Saas.Shell.Identity;
using Saas.Shell.Telemetry;
using Saas.Shell.Tenancy;

namespace Saas.Shell.Web;

/// <summary>
/// A page that is in memory is sent before anything looks for its endpoint, its reader or their rights: whoever made it passed by all that,
/// and it is the same for everyone. Who carries a cookie of staff passes by it again, for the session to live on. The page is counted, and
/// logged for whoever debugs: a line of the log costs more than the page.
/// </summary>
internal sealed class AnsweredFromMemory(RequestDelegate next, MadePages pages, TimeProvider clock, ILogger<AnsweredFromMemory> log)
{
    public Task InvokeAsync(HttpContext http, ICurrentTenant current)
    {
        var request = http.Request;
        if (current.Found is { } tenant
            && HttpMethods.IsGet(request.Method)
            && !request.QueryString.HasValue
            && !request.Headers.Cookie.ToString().Contains(StaffCookie.Name, StringComparison.Ordinal))
        {
            var now = clock.GetUtcNow();
            if (pages.TryFind(PageKey.Of(request, tenant, ""), now, out var page))
            {
                return SendAsync(http, page, now);
            }
        }

        return next(http);
    }

    private async Task SendAsync(HttpContext http, MadePage page, DateTimeOffset now)
    {
        using var span = Measures.Activities.StartActivity("request", ActivityKind.Server);
        var started = Stopwatch.GetTimestamp();

        // What is said of the page as it starts, of frames for one, is asked of its endpoint.
        http.SetEndpoint(page.Endpoint);
        await page.SendAsync(http, now);
        if (page.Page is { } descriptor)
        {
            RequestLog.Describe(span, http, descriptor);
            Measures.Page(http.Request.Method, descriptor.AreaName, descriptor.ViewEnginePath, http.Response.StatusCode, Stopwatch.GetElapsedTime(started));
            if (log.IsEnabled(LogLevel.Debug))
            {
                log.LogDebug("{Method} {Module} {Page} {Status} from memory", http.Request.Method, descriptor.AreaName, descriptor.ViewEnginePath, http.Response.StatusCode);
            }
        }
    }
}
