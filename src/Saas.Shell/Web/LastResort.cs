using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Saas.Shell.Web;

/// <summary>Catches what even the error page could not show: no layout, no database, still a sentence in French.</summary>
internal sealed class LastResort(RequestDelegate next, ILogger<LastResort> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The visitor left; nobody reads an answer.
        }
        catch (Exception broken) when (!http.Response.HasStarted)
        {
            log.LogError(broken, "A request failed before any page could be shown");
            http.Response.Clear();
            await PlainPages.WriteAsync(http, StatusCodes.Status503ServiceUnavailable);
        }
    }
}
