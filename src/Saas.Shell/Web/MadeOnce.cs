using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using Saas.Shell.Tenancy;

namespace Saas.Shell.Web;

/// <summary>
/// Keeps what a page that is the same for every visitor answers. Stands before compression, so that the bytes it keeps are compressed
/// once; after it, a page is sent as it was made.
/// </summary>
internal sealed class MadeOnce(RequestDelegate next, MadePages pages, TimeProvider clock)
{
    public async Task InvokeAsync(HttpContext http, ICurrentTenant current, VisitorCache validity)
    {
        var request = http.Request;
        if (!pages.Keeps
            || current.Found is not { } tenant
            || http.GetEndpoint() is not { } endpoint
            || endpoint.Metadata.GetMetadata<SameForEveryVisitorAttribute>() is not { } same
            || !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)))
        {
            await next(http);
            return;
        }

        var key = PageKey.Of(request, tenant, Query(request, same));
        if (pages.TryFind(key, clock.GetUtcNow(), out var known))
        {
            await known.SendAsync(http, clock.GetUtcNow());
        }
        else if (HttpMethods.IsHead(request.Method))
        {
            await next(http);
        }
        else
        {
            await MakeAsync(http, key, endpoint, validity);
        }
    }

    private async Task MakeAsync(HttpContext http, PageKey key, Endpoint endpoint, VisitorCache validity)
    {
        var mine = false;
        var made = await pages.MakeAsync(
            key,
            async () =>
            {
                mine = true;
                return await RenderAsync(http, endpoint, validity);
            },
            http.RequestAborted);
        if (mine)
        {
            return;
        }

        if (made is not null)
        {
            await made.SendAsync(http, clock.GetUtcNow());
        }
        else
        {
            await next(http);
        }
    }

    /// <summary>Answers this visitor; null when what was answered is nothing to keep.</summary>
    private async Task<MadePage?> RenderAsync(HttpContext http, Endpoint endpoint, VisitorCache validity)
    {
        var response = http.Response;
        var before = response.Headers.ToDictionary(StringComparer.OrdinalIgnoreCase);
        var sent = http.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var stream = new MemoryStream();
        var buffered = new StreamResponseBodyFeature(stream, sent);
        http.Features.Set<IHttpResponseBodyFeature>(buffered);
        try
        {
            await next(http);
            await buffered.CompleteAsync();
        }
        finally
        {
            http.Features.Set(sent);
        }

        var body = stream.ToArray();
        if (response.StatusCode != StatusCodes.Status200OK || response.Headers.SetCookie.Count > 0)
        {
            // A status without a body is for the status code pages to explain: it must not look answered.
            if (body.Length > 0)
            {
                await response.BodyWriter.WriteAsync(body, http.RequestAborted);
            }

            return null;
        }

        // What every answer carries is set anew for each.
        KeyValuePair<string, StringValues>[] headers = [.. response.Headers.Where(header => header.Key != "Content-Length" && !(before.TryGetValue(header.Key, out var value) && value == header.Value))];
        var page = new MadePage(endpoint, headers, body, clock.GetUtcNow(), pages.Until(validity.Until));
        response.ContentLength = body.Length;
        await page.WriteAsync(http);
        return page;
    }

    private static string Query(HttpRequest request, SameForEveryVisitorAttribute same)
    {
        if (!request.QueryString.HasValue)
        {
            return "";
        }

        return string.Concat(same.QueryKeys.Where(request.Query.ContainsKey).Select(name => $"{name}={request.Query[name]}&"));
    }
}
