using Microsoft.AspNetCore.Http;

namespace Saas.Shell.Web;

/// <summary>The last resort: a page without layout, theme or database, for unknown hosts and for when nothing else can be shown.</summary>
internal static class PlainPages
{
    public static async Task WriteAsync(HttpContext http, int status)
    {
        var (title, text) = status == StatusCodes.Status404NotFound
            ? ("Adresse inconnue", "Aucun site ne répond à cette adresse. Vérifiez-la, ou appelez votre mairie.")
            : ("Service momentanément indisponible", "La page n’a pas pu être affichée. Ce que vous aviez enregistré est conservé. Réessayez dans quelques minutes ; si cela dure, appelez votre mairie.");
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await http.Response.WriteAsync(
                $"<!doctype html><html lang=\"fr\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{title}</title></head><body><main><h1>{title}</h1><p>{text}</p></main></body></html>",
                http.RequestAborted);
        }
    }
}
