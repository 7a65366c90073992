using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Saas.Shell.Tenancy;

namespace Saas.Shell.Web;

/// <summary>
/// In the place of the framework's middleware, whose refusal ends the request and loses what was typed: here a form sent too often comes
/// back filled in, and nothing is done with it. Only what is sent counts: looking at a page is free.
/// </summary>
internal sealed class RateLimiting(RequestDelegate next, IOptions<RateLimits> limits) : IDisposable
{
    private readonly Dictionary<string, PartitionedRateLimiter<HttpContext>> _limiters = new(StringComparer.Ordinal)
    {
        [RateLimits.SignIn] = Limiter(limits.Value.SignInsPerWindow, limits.Value.Window),
        [RateLimits.Follow] = Limiter(limits.Value.FollowsPerWindow, limits.Value.Window),
        [RateLimits.File] = Limiter(limits.Value.FilingsPerWindow, limits.Value.Window),
    };

    public async Task InvokeAsync(HttpContext http)
    {
        if (HttpMethods.IsPost(http.Request.Method) && http.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName is { } policy)
        {
            using var lease = _limiters[policy].AttemptAcquire(http);
            if (!lease.IsAcquired)
            {
                Refuse(http, lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : limits.Value.Window);
            }
        }

        await next(http);
    }

    public void Dispose()
    {
        foreach (var limiter in _limiters.Values)
        {
            limiter.Dispose();
        }
    }

    private static void Refuse(HttpContext http, TimeSpan wait)
    {
        var seconds = (int)Math.Ceiling(wait.TotalSeconds);
        var inWords = seconds < 60 ? French.Count(seconds, "seconde", "secondes") : French.Count((seconds + 59) / 60, "minute", "minutes");
        http.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        http.Features.Set(new ShownAgain(
            "Trop d’envois sont arrivés de votre connexion en peu de temps : celui-ci n’est pas parti.",
            $"Attendez {inWords}, puis envoyez à nouveau.",
            StatusCodes.Status429TooManyRequests));
    }

    private static PartitionedRateLimiter<HttpContext> Limiter(int permits, TimeSpan window) =>
        PartitionedRateLimiter.Create<HttpContext, string>(http => RateLimitPartition.GetSlidingWindowLimiter(
            $"{http.RequestServices.GetRequiredService<ICurrentTenant>().Found?.Slug} {http.Connection.RemoteIpAddress}",
            _ => new SlidingWindowRateLimiterOptions { PermitLimit = permits, Window = window, SegmentsPerWindow = 5 }));
}
