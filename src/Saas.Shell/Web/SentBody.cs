using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Saas.Shell.Web;

/// <summary>
/// Reads a form as it arrives. A file larger than any page takes is read to its end but kept only so far that the page refuses it, beside
/// its field: what was typed around it is never lost. Only a body beyond all reason is refused as a whole.
/// </summary>
internal static class SentBody
{
    /// <summary>In bytes; no page may accept more in one file.</summary>
    public const long LargestFile = 40_000_000;

    /// <summary>The largest body with files, in bytes: a telephone's film sent by mistake is read to its end.</summary>
    public const long LargestBody = 1_000_000_000;

    /// <summary>The largest body without files, and all the text of one with files, in bytes.</summary>
    public const long LargestText = 16_000_000;

    /// <summary>What one body may leave on the disk while it is read, in bytes: ten files of a procedure.</summary>
    private const long MostKept = 200_000_000;

    private const int MostParts = 2_000;

    private const int InMemory = 65_536;

    /// <summary>Null when the form was read; otherwise the status that refuses it.</summary>
    public static async Task<int?> ReadAsync(HttpContext http, bool keepFiles)
    {
        try
        {
            var request = http.Request;
            var boundary = MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
                ? HeaderUtilities.RemoveQuotes(type.Boundary).Value
                : null;
            var largest = boundary is null ? LargestText : LargestBody;
            if (request.ContentLength > largest)
            {
                return StatusCodes.Status413PayloadTooLarge;
            }

            if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            {
                limit.MaxRequestBodySize = largest;
            }

            if (boundary is null)
            {
                await request.ReadFormAsync(http.RequestAborted);
            }
            else
            {
                request.Form = await ReadPartsAsync(http, boundary, keepFiles);
            }

            return null;
        }
        catch (BadHttpRequestException refused)
        {
            return refused.StatusCode;
        }
        catch (TooMuchException)
        {
            return StatusCodes.Status413PayloadTooLarge;
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException && !http.RequestAborted.IsCancellationRequested)
        {
            // The framework says it in English words only: a body that is not what it claims.
            return StatusCodes.Status400BadRequest;
        }
    }

    private static async Task<FormCollection> ReadPartsAsync(HttpContext http, string boundary, bool keepFiles)
    {
        var cancel = http.RequestAborted;
        var fields = new KeyValueAccumulator();
        var files = new FormFileCollection();
        var reader = new MultipartReader(boundary, http.Request.Body);
        var (text, kept, parts) = (0L, 0L, 0);
        while (await reader.ReadNextSectionAsync(cancel) is { } part)
        {
            if (++parts > MostParts || !ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var about))
            {
                throw new InvalidDataException();
            }

            var name = HeaderUtilities.RemoveQuotes(about.Name).ToString();
            if (about.IsFileDisposition())
            {
                // Browsers write the quotation mark so, and nothing else (HTML, multipart/form-data).
                var fileName = HeaderUtilities.RemoveQuotes(about.FileNameStar.HasValue ? about.FileNameStar : about.FileName).ToString().Replace("%22", "\"", StringComparison.Ordinal);
                if (fileName.Length > 0 && await KeepAsync(http, part, keepFiles, name, fileName) is { } file)
                {
                    files.Add(file);
                    kept += file.Length;
                }
            }
            else
            {
                var value = await ReadTextAsync(part.Body, LargestText - text, cancel);
                text += value.Length;
                fields.Append(name, value);
            }

            if (kept > MostKept)
            {
                throw new TooMuchException();
            }
        }

        return new FormCollection(fields.GetResults(), files);
    }

    private static async Task<FormFile?> KeepAsync(HttpContext http, MultipartSection part, bool keep, string name, string fileName)
    {
        if (!keep)
        {
            http.Features.Set(new FilesLeftOut());
            return null;
        }

        var content = new FileBufferingReadStream(part.Body, InMemory);
        http.Response.RegisterForDisposeAsync(content);
        var buffer = new byte[InMemory];
        long length = 0;
        int read;
        while (length <= LargestFile && (read = await content.ReadAsync(buffer, http.RequestAborted)) > 0)
        {
            length += read;
        }

        content.Position = 0;
        return new FormFile(content, 0, length, name, fileName) { Headers = new HeaderDictionary(part.Headers ?? []) };
    }

    private static async Task<string> ReadTextAsync(Stream body, long most, CancellationToken cancel)
    {
        using var content = new MemoryStream();
        var buffer = new byte[4_096];
        int read;
        while ((read = await body.ReadAsync(buffer, cancel)) > 0)
        {
            if (content.Length + read > most)
            {
                throw new TooMuchException();
            }

            content.Write(buffer, 0, read);
        }

        return Encoding.UTF8.GetString(content.GetBuffer(), 0, (int)content.Length);
    }

    private sealed class TooMuchException : Exception;
}

/// <summary>On a request whose files were read and not kept.</summary>
internal sealed record FilesLeftOut;
