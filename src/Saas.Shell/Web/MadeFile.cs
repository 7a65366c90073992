using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Saas.Shell.Web;

/// <summary>
/// Sends a package made for this answer. It is written into a file of this node first, which goes away by itself: a package needs to go
/// back in what it wrote and is closed without waiting, neither of which an answer allows, and one that fails half way is not sent.
/// </summary>
internal static class MadeFile
{
    public static async Task SendAsync(ActionContext context, string name, string contentType, Func<Stream, CancellationToken, Task> writeAsync)
    {
        var cancel = context.HttpContext.RequestAborted;
        await using var file = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
            new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous });
        await writeAsync(file, cancel);
        file.Position = 0;

        var answer = context.HttpContext.Response;
        answer.ContentType = contentType;
        answer.ContentLength = file.Length;
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(name);
        answer.Headers.ContentDisposition = disposition.ToString();
        answer.Headers.CacheControl = "no-store";
        await file.CopyToAsync(answer.Body, cancel);
    }
}
