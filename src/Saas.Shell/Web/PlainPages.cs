using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;

namespace Saas.Shell.Web;

/// <summary>The last resort: a page without layout, theme or database, for unknown hosts and for when nothing else can be shown.</summary>
internal static class PlainPages
{
    /// <summary>Leaves accents as they are, for whoever reads the source.</summary>
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static Task WriteAsync(HttpContext http, int status)
    {
        var (title, text) = status == StatusCodes.Status404NotFound
            ? ("Adresse inconnue", "Aucun site ne répond à cette adresse. Vérifiez-la, ou appelez votre mairie.")
            : ("Service momentanément indisponible", "La page n’a pas pu être affichée. Ce que vous aviez enregistré est conservé. Réessayez dans quelques minutes ; si cela dure, appelez votre mairie.");
        return WriteAsync(http, status, title, text);
    }

    /// <summary>A site that the operator closed for a time: search engines keep its addresses (RFC 9110, 503) and ask again.</summary>
    public static Task WriteClosedAsync(HttpContext http, string commune, string notice)
    {
        http.Response.Headers.RetryAfter = "3600";
        return WriteAsync(http, StatusCodes.Status503ServiceUnavailable, $"{commune} : le site est fermé pour le moment", notice);
    }

    public static string Page(string title, string text)
    {
        var paragraphs = string.Concat(text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => $"<p>{Encode(line)}</p>"));
        return $"<!doctype html><html lang=\"fr\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{Encode(title)}</title></head><body><main><h1>{Encode(title)}</h1>{paragraphs}</main></body></html>";
    }

    private static async Task WriteAsync(HttpContext http, int status, string title, string text)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await http.Response.WriteAsync(Page(title, text), http.RequestAborted);
        }
    }

    private static string Encode(string text) => Encoder.Encode(text);
}
