using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Saas.Shell.Identity;

namespace Saas.Shell.Web;

/// <summary>No page asks anything of another host, runs a script of its own text, or lets itself be framed, a preview by its own site excepted.</summary>
internal sealed class SecurityHeaders(RequestDelegate next, IOptions<PlatformOptions> platform)
{
    // data: is what Bootstrap's own icons (arrow of a select, tick of a checkbox) need.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private Func<object, Task>? _lastWord;

    public Task InvokeAsync(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), browsing-topics=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        http.Response.OnStarting(_lastWord ??= SayLast, http);
        return next(http);
    }

    /// <summary>What starts last runs first: this is the last word.</summary>
    private Task SayLast(object state)
    {
        var http = (HttpContext)state;
        LetStaffSwitchCommune(http);
        KeepForTheBackButton(http);
        LetOwnSiteFrame(http);
        return Task.CompletedTask;
    }

    /// <summary>
    /// A browser applies the policy to where a form goes and to where its answer redirects: from one commune's back office to another's, from
    /// the console into a commune and, for assistance, back to it.
    /// </summary>
    private void LetStaffSwitchCommune(HttpContext http)
    {
        if ((http.Request.Path.StartsWithSegments("/gestion") || http.Request.Path.StartsWithSegments("/console")) && http.User.Identity?.IsAuthenticated == true)
        {
            var port = http.Request.Host.Port is { } number ? $":{number}" : "";
            var headers = http.Response.Headers;
            var console = http.User.IsInRole(nameof(Role.Assistance)) ? $" {http.Request.Scheme}://{platform.Value.Domain}{port}" : "";

            // In the policy as it is: that of a downloaded file is another, and stays.
            headers.ContentSecurityPolicy = headers.ContentSecurityPolicy.ToString().Replace("form-action 'self'", $"form-action 'self' {http.Request.Scheme}://*.{platform.Value.Domain}{port}{console}", StringComparison.Ordinal);
        }
    }

    private static void LetOwnSiteFrame(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<FramedByOwnSiteAttribute>() is not null)
        {
            var headers = http.Response.Headers;
            headers.ContentSecurityPolicy = headers.ContentSecurityPolicy.ToString().Replace("frame-ancestors 'none'", "frame-ancestors 'self'", StringComparison.Ordinal);
        }
    }

    /// <summary>
    /// The framework marks every page with a form as not to be stored, so that the back button loses what was typed.
    /// A browser may keep such a page for itself, and asks again before showing it anew.
    /// </summary>
    private static void KeepForTheBackButton(HttpContext http)
    {
        if (http.Response.Headers.CacheControl == "no-cache, no-store" && http.GetEndpoint()?.Metadata.GetMetadata<NeverKeptAttribute>() is null)
        {
            http.Response.Headers.CacheControl = "private, no-cache";
            http.Response.Headers.Remove("Pragma");
        }
    }
}
