using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Saas.Shell.Tenancy;

namespace Saas.Shell.Web;

/// <summary>
/// A page that is the same for every visitor and holds no POST form: rendered once per content version of its commune.
/// Query keys that change the page are named; all others are ignored.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SameForEveryVisitorAttribute(params string[] queryKeys) : Attribute
{
    public IReadOnlyList<string> QueryKeys { get; } = queryKeys;
}

/// <summary>Lets what is rendered say until when it stays true: the next opening hour, publication or event.</summary>
public sealed class VisitorCache(IHttpContextAccessor accessor, TimeProvider clock)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    /// <summary>Told at once: the framework fixes how long a page serves when its first byte leaves, before the policy sees the answer.</summary>
    public void TrueUntil(DateTimeOffset instant)
    {
        if (accessor.HttpContext?.Features.Get<IOutputCacheFeature>()?.Context is { } page)
        {
            var left = instant - clock.GetUtcNow();
            left = left < Shortest ? Shortest : left;
            page.ResponseExpirationTimeSpan = page.ResponseExpirationTimeSpan is { } known && known < left ? known : left;
        }
    }
}

internal sealed class VisitorCachePolicy(VisitorCacheOptions limits) : IOutputCachePolicy
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(60);

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        var page = http.GetEndpoint()?.Metadata.GetMetadata<SameForEveryVisitorAttribute>();
        var tenant = http.RequestServices.GetRequiredService<ICurrentTenant>().Found;
        var cacheable = limits.Megabytes > 0
            && page is not null
            && tenant is not null
            && (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method));
        context.EnableOutputCaching = cacheable;
        context.AllowCacheLookup = cacheable;
        context.AllowCacheStorage = cacheable;
        context.AllowLocking = cacheable;
        if (cacheable)
        {
            context.CacheVaryByRules.CacheKeyPrefix = $"{tenant!.Id:N} {tenant.ContentVersion.ToString(CultureInfo.InvariantCulture)} {Encoding(http.Request)}";
            context.CacheVaryByRules.QueryKeys = new StringValues(page!.QueryKeys.ToArray());
            context.ResponseExpirationTimeSpan = Longest;
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        if (response.StatusCode != StatusCodes.Status200OK || response.Headers.SetCookie.Count > 0)
        {
            context.AllowCacheStorage = false;
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>
    /// The cache stands before compression and keeps compressed bytes: the key must say which encoding this client reads,
    /// in as few values as possible.
    /// </summary>
    private static string Encoding(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().AcceptEncoding;
        return Reads(accepted, "br") ? "br" : Reads(accepted, "gzip") ? "gzip" : "";
    }

    private static bool Reads(IList<StringWithQualityHeaderValue> accepted, string encoding)
    {
        foreach (var value in accepted)
        {
            if (value.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase))
            {
                return value.Quality is not 0;
            }
        }

        return false;
    }
}
