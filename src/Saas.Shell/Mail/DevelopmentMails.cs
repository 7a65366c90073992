using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Saas.Shell.Web;

namespace Saas.Shell.Mail;

/// <summary>In development only: the mails that would have left, newest first, at <c>/dev/mails</c>.</summary>
internal static class DevelopmentMails
{
    private const int Most = 200;

    public static void MapDevelopmentMails(this IEndpointRouteBuilder app)
    {
        app.MapGet("/dev/mails", (IOptions<DataOptions> data) => Page("Courriels envoyés", List(data.Value))).AllowAnonymous();
        app.MapGet("/dev/mails/{id:guid}", (Guid id, IOptions<DataOptions> data) => Show(id, data.Value)).AllowAnonymous();
    }

    private static string List(DataOptions data)
    {
        var folder = new DirectoryInfo(FolderTransport.FolderOf(data));
        var rows = new StringBuilder();
        foreach (var file in folder.Exists ? folder.EnumerateFiles("*.txt").OrderByDescending(file => file.Name).Take(Most) : [])
        {
            var (to, subject, _) = Read(file.FullName);
            rows.Append(CultureInfo.InvariantCulture, $"<tr><td>{file.LastWriteTime:HH:mm:ss}</td><td>{WebUtility.HtmlEncode(to)}</td><td><a href=\"/dev/mails/{Path.GetFileNameWithoutExtension(file.Name)}\">{WebUtility.HtmlEncode(subject)}</a></td></tr>");
        }

        return $"<table><caption>Les plus récents d’abord</caption><thead><tr><th scope=\"col\">Heure</th><th scope=\"col\">À</th><th scope=\"col\">Objet</th></tr></thead><tbody>{rows}</tbody></table>";
    }

    private static IResult Show(Guid id, DataOptions data)
    {
        var path = Path.Combine(FolderTransport.FolderOf(data), id.ToString("N") + ".txt");
        if (!File.Exists(path))
        {
            return Results.NotFound();
        }

        var (to, subject, body) = Read(path);
        return Page(subject, $"<p>À : {WebUtility.HtmlEncode(to)}</p><pre>{WebUtility.HtmlEncode(body)}</pre><p><a href=\"/dev/mails\">Tous les courriels</a></p>");
    }

    private static (string To, string Subject, string Body) Read(string path)
    {
        var parts = File.ReadAllText(path).Split('\n', 3);
        return (parts[0], parts[1], parts[2]);
    }

    private static IResult Page(string title, string content) => Results.Content(
        $"<!doctype html><html lang=\"fr\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{WebUtility.HtmlEncode(title)}</title></head><body><main><h1>{WebUtility.HtmlEncode(title)}</h1>{content}</main></body></html>",
        "text/html; charset=utf-8");
}
