using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Saas.Shell.Files;

/// <summary>Sends a stored file as a download, never as something the browser would open within the site.</summary>
public static class FileDownload
{
    public static async Task<IActionResult> DownloadAsync(this IFileStore files, Guid id, string name, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(files);
        return await files.OpenAsync(id, cancel) switch
        {
            { Content: { } content } => new Download(content, name),
            { Refusal: { } refusal } => new ContentResult { StatusCode = StatusCodes.Status409Conflict, ContentType = "text/plain; charset=utf-8", Content = refusal },
            _ => new NotFoundResult(),
        };
    }

    private sealed class Download : FileStreamResult
    {
        public Download(Stream content, string name)
            : base(content, "application/octet-stream") => FileDownloadName = FileNames.Shown(name);

        public override Task ExecuteResultAsync(ActionContext context)
        {
            var headers = context.HttpContext.Response.Headers;
            headers.XContentTypeOptions = "nosniff";
            headers.ContentSecurityPolicy = "default-src 'none'; sandbox; frame-ancestors 'none'";
            headers.CacheControl = "private, no-store";
            return base.ExecuteResultAsync(context);
        }
    }
}
