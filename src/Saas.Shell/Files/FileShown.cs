using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Saas.Shell.Files;

/// <summary>
/// Sends a file that everyone may read, at an address whose content never changes. What holds no script is shown where it is; the rest
/// is a download.
/// </summary>
public static class FileShown
{
    /// <summary>Shown by browsers in their place, pictures and PDF.</summary>
    private static readonly string[] InPlace = [ContentTypes.Pdf, .. ContentTypes.Pictures];

    /// <param name="files">Where it lies.</param>
    /// <param name="id">Which.</param>
    /// <param name="name">What it is called once it is saved.</param>
    /// <param name="contentType">As it was found when the file came.</param>
    /// <param name="cancel">Whoever asked has left.</param>
    public static async Task<IActionResult> ShowAsync(this IFileStore files, Guid id, string name, string contentType, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(files);
        return await files.OpenAsync(id, cancel) is { Content: { } content } ? new Shown(content, id, name, contentType) : new NotFoundResult();
    }

    private sealed class Shown : FileStreamResult
    {
        private readonly string _name;

        public Shown(Stream content, Guid id, string name, string contentType)
            : base(content, contentType)
        {
            _name = FileNames.Shown(name);
            EntityTag = new EntityTagHeaderValue($"\"{id:N}\"");
            EnableRangeProcessing = content.CanSeek;
        }

        public override Task ExecuteResultAsync(ActionContext context)
        {
            var disposition = new ContentDispositionHeaderValue(InPlace.Contains(ContentType) ? "inline" : "attachment");
            disposition.SetHttpFileName(_name);
            var headers = context.HttpContext.Response.Headers;
            headers.ContentDisposition = disposition.ToString();
            headers.XContentTypeOptions = "nosniff";

            // In a sandbox the browser's own reader of PDF does not open.
            headers.ContentSecurityPolicy = ContentType == ContentTypes.Pdf
                ? "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'"
                : "default-src 'none'; sandbox; frame-ancestors 'none'";
            headers.CacheControl = "public, max-age=31536000, immutable";
            return base.ExecuteResultAsync(context);
        }
    }
}
