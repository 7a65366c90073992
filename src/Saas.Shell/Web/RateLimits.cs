using System.ComponentModel.DataAnnotations;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Saas.Shell.Tenancy;

namespace Saas.Shell.Web;

/// <summary>How many attempts one address may make in a commune: section <c>RateLimits</c> of the configuration.</summary>
public sealed class RateLimits
{
    /// <summary>Sign-ins and password resets, per window.</summary>
    public const string SignIn = "sign-in";

    /// <summary>Attempts to open the follow-up of a request, per window.</summary>
    public const string Follow = "follow";

    /// <summary>Drafts and requests sent, per window.</summary>
    public const string File = "file";

    [Range(1, 1_000_000)]
    public int SignInsPerWindow { get; set; } = 20;

    [Range(1, 1_000_000)]
    public int FollowsPerWindow { get; set; } = 30;

    [Range(1, 1_000_000)]
    public int FilingsPerWindow { get; set; } = 300;

    [Range(1, 86_400)]
    public int WindowSeconds { get; set; } = 300;

    internal static void Add(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        Policy(options, SignIn, limits => limits.SignInsPerWindow);
        Policy(options, Follow, limits => limits.FollowsPerWindow);
        Policy(options, File, limits => limits.FilingsPerWindow);
    }

    /// <summary>Only what is sent counts: looking at the page is free.</summary>
    private static void Policy(RateLimiterOptions options, string name, Func<RateLimits, int> permits) =>
        options.AddPolicy(name, http =>
        {
            if (!HttpMethods.IsPost(http.Request.Method))
            {
                return RateLimitPartition.GetNoLimiter("");
            }

            var limits = http.RequestServices.GetRequiredService<IOptions<RateLimits>>().Value;
            var tenant = http.RequestServices.GetRequiredService<ICurrentTenant>().Found?.Slug;
            return RateLimitPartition.GetSlidingWindowLimiter($"{tenant} {http.Connection.RemoteIpAddress}", _ => new SlidingWindowRateLimiterOptions
            {
                PermitLimit = permits(limits),
                Window = TimeSpan.FromSeconds(limits.WindowSeconds),
                SegmentsPerWindow = 5,
            });
        });
}
