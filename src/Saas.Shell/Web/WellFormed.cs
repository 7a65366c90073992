using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Saas.Shell.Web;

/// <summary>
/// Reads a form before the page does, because the framework turns an unreadable body into an empty form; and refuses the character
/// NUL, which PostgreSQL cannot store.
/// </summary>
internal sealed class WellFormed(RequestDelegate next)
{
    /// <summary>The largest body a request may have, in bytes: several files of a procedure at once.</summary>
    public const long LargestBody = 64_000_000;

    public async Task InvokeAsync(HttpContext http)
    {
        var status = HasNul(http.Request) ? StatusCodes.Status400BadRequest : await ReadFormAsync(http);
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
        request.Path.Value?.Contains('\0', StringComparison.Ordinal) == true
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

        try
        {
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            return form.Any(field => field.Key.Contains('\0', StringComparison.Ordinal) || field.Value.Any(value => value?.Contains('\0', StringComparison.Ordinal) == true))
                ? StatusCodes.Status400BadRequest
                : null;
        }
        catch (BadHttpRequestException refused)
        {
            return refused.StatusCode;
        }
        catch (InvalidDataException)
        {
            // The framework says it in English words only: a limit of size, or a body that is not what it claims.
            return http.Request.ContentLength > LargestBody ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest;
        }
    }
}
