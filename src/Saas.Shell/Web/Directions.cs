using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Saas.Shell.Web;

/// <summary>
/// Takes out of one-line texts the signs that turn the direction of writing (U+202A to 202E, U+2066 to 2069): a name that holds one
/// reverses the whole line in which others read it. Languages written from right to left do without them.
/// </summary>
internal static class Directions
{
    private static readonly SearchValues<char> Turning = SearchValues.Create("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069");

    public static void Straighten(HttpRequest request)
    {
        if (request.Form.Any(field => field.Value.Any(Turns)))
        {
            request.Form = new FormCollection(
                request.Form.ToDictionary(field => field.Key, field => new StringValues([.. field.Value.Select(Straight)])),
                request.Form.Files);
        }
    }

    private static bool Turns(string? text) => text is not null && text.AsSpan().ContainsAny(Turning) && !text.Contains('\n', StringComparison.Ordinal);

    private static string? Straight(string? text) => Turns(text) ? new string([.. text!.Where(letter => !Turning.Contains(letter))]) : text;
}
