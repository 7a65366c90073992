using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Saas.Shell.Tenancy;

namespace Saas.Shell.Web;

/// <summary>A page as it was made for visitors, compressed as they read it.</summary>
internal sealed class MadePage(Endpoint endpoint, KeyValuePair<string, StringValues>[] headers, byte[] body, DateTimeOffset madeAt, DateTimeOffset until)
{
    /// <summary>What an entry weighs besides its bytes, more or less.</summary>
    private const int Overhead = 1_000;

    /// <summary>Written once a second, not once a visitor.</summary>
    private Tuple<long, StringValues>? _age;

    public Endpoint Endpoint => endpoint;

    public PageActionDescriptor? Page { get; } = endpoint.Metadata.GetMetadata<PageActionDescriptor>();

    public DateTimeOffset Until => until;

    public int Size => body.Length + Overhead;

    public ValueTask SendAsync(HttpContext http, DateTimeOffset now)
    {
        var response = http.Response;
        foreach (var (name, value) in headers)
        {
            response.Headers[name] = value;
        }

        response.Headers.Age = Age(now);
        response.ContentLength = body.Length;
        return HttpMethods.IsHead(http.Request.Method) ? ValueTask.CompletedTask : WriteAsync(http);
    }

    public async ValueTask WriteAsync(HttpContext http) => await http.Response.BodyWriter.WriteAsync(body, http.RequestAborted);

    private StringValues Age(DateTimeOffset now)
    {
        var seconds = Math.Max(0, (long)(now - madeAt).TotalSeconds);
        var age = _age;
        if (age?.Item1 != seconds)
        {
            _age = age = Tuple.Create(seconds, new StringValues(seconds.ToString(CultureInfo.InvariantCulture)));
        }

        return age.Item2;
    }
}

/// <summary>
/// What tells two pages apart: the commune and its content version, the address and the query keys that count, and which encoding this
/// client reads, in as few values as possible.
/// </summary>
internal sealed record PageKey(Guid Tenant, long ContentVersion, PageEncoding Encoding, string Scheme, string Host, string Path, string Query)
{
    public static PageKey Of(HttpRequest request, Tenant tenant, string query) =>
        new(tenant.Id, tenant.ContentVersion, EncodingOf(request), request.Scheme, request.Host.Value ?? "", request.Path.Value ?? "", query);

    private static PageEncoding EncodingOf(HttpRequest request)
    {
        // What browsers send is known by heart; the rest is read as it is written.
        var accepted = request.Headers.AcceptEncoding;
        if (accepted is ["gzip, deflate, br" or "gzip, deflate, br, zstd"])
        {
            return PageEncoding.Brotli;
        }

        var read = request.GetTypedHeaders().AcceptEncoding;
        return Reads(read, "br") ? PageEncoding.Brotli : Reads(read, "gzip") ? PageEncoding.Gzip : PageEncoding.None;
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

internal enum PageEncoding
{
    None,
    Gzip,
    Brotli,
}
