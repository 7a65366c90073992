using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Logging;
using Saas.Shell.Telemetry;
using Saas.Shell.Tenancy;
using Serilog.Context;

namespace Saas.Shell.Web;

/// <summary>One line per page: commune, module, page, status, time, trace. Never an address typed, a name or a query string.</summary>
internal sealed class RequestLog(RequestDelegate next, ILogger<RequestLog> log)
{
    public async Task InvokeAsync(HttpContext http, ICurrentTenant current)
    {
        using var commune = LogContext.PushProperty("Commune", current.Found?.Slug);
        using var trace = LogContext.PushProperty("Trace", Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier);
        using var span = Measures.Activities.StartActivity("request", ActivityKind.Server);
        var started = Stopwatch.GetTimestamp();
        await next(http);
        if (http.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
        {
            var duration = Stopwatch.GetElapsedTime(started);
            Describe(span, http, page);
            Measures.Page(http.Request.Method, page.AreaName, page.ViewEnginePath, http.Response.StatusCode, duration);
            log.LogInformation(
                "{Method} {Module} {Page} {Status} in {Milliseconds} ms",
                http.Request.Method,
                page.AreaName,
                page.ViewEnginePath,
                http.Response.StatusCode,
                (int)duration.TotalMilliseconds);
        }
    }

    /// <summary>After routing: every line a page logs says which page it was.</summary>
    public static async Task NamePageAsync(HttpContext http, RequestDelegate next)
    {
        var page = http.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>();
        using var module = LogContext.PushProperty("Module", page?.AreaName);
        using var name = LogContext.PushProperty("Page", page?.ViewEnginePath);
        await next(http);
    }

    public static void Describe(Activity? span, HttpContext http, PageActionDescriptor page)
    {
        if (span is null)
        {
            return;
        }

        span.DisplayName = $"{http.Request.Method} {page.AreaName}{page.ViewEnginePath}";
        span.SetTag("http.request.method", http.Request.Method);
        span.SetTag("http.response.status_code", http.Response.StatusCode);
        span.SetTag("saas.module", page.AreaName);
        span.SetTag("saas.page", page.ViewEnginePath);
    }
}
