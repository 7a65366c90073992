using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Saas.Shell.Web;

/// <summary>
/// Reads a form before the page does, because the framework turns an unreadable body into an empty form; and refuses the character
/// NUL, which PostgreSQL cannot store.
/// </summary>
internal sealed class WellFormed(RequestDelegate next)
{
    /// <summary>No page has such an address, and proxies refuse longer ones.</summary>
    private const int LongestAddress = 8_000;

    public async Task InvokeAsync(HttpContext http)
    {
        var request = http.Request;
        var status = HasNul(request) ? StatusCodes.Status400BadRequest
            : request.Path.Value?.Length + request.QueryString.Value?.Length > LongestAddress ? StatusCodes.Status414UriTooLong
            : await ReadFormAsync(http);
        if (status is null)
        {
            await next(http);
        }
        else
        {
            // The status code pages show it.
            http.Response.StatusCode = status.Value;
        }
    }

    private static bool HasNul(HttpRequest request) =>
        HasNul(request.Path.Value)
        || request.QueryString.Value?.Contains("%00", StringComparison.Ordinal) == true;

    private static async Task<int?> ReadFormAsync(HttpContext http)
    {
        if (!HttpMethods.IsPost(http.Request.Method) || http.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is null)
        {
            return null;
        }

        if (!http.Request.HasFormContentType)
        {
            return StatusCodes.Status400BadRequest;
        }

        var overLimit = http.Features.Get<ShownAgain>() is { Status: StatusCodes.Status429TooManyRequests };
        if (await SentBody.ReadAsync(http, keepFiles: !overLimit) is { } refused)
        {
            return refused;
        }

        Directions.Straighten(http.Request);
        return http.Request.Form.Any(field => HasNul(field.Key) || field.Value.Any(HasNul)) ? StatusCodes.Status400BadRequest : null;
    }

    private static bool HasNul(string? text) => text?.Contains('\0', StringComparison.Ordinal) == true;
}
