using Microsoft.AspNetCore.Mvc;

namespace Saas.Shell.Files;

/// <summary>Sends a stored file as a download, never as something the browser would open within the site.</summary>
public static class FileDownload
{
    public static async Task<IActionResult> DownloadAsync(this IFileStore files, Guid id, string name, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(files);
        return await files.OpenAsync(id, cancel) is { } content
            ? new FileStreamResult(content, "application/octet-stream") { FileDownloadName = name }
            : new NotFoundResult();
    }
}
