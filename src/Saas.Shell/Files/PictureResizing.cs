using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Saas.Shell.Web;

namespace Saas.Shell.Files;

/// <summary>The box a picture must fit in, in pixels.</summary>
public sealed record PictureSize(int Width, int Height);

/// <summary>
/// Makes a WebP that fits in a box of a PNG, JPEG or WebP, by libvips' own program and in a process of its own: a picture made to harm
/// ends that process and nothing else. What a camera wrote beside the picture (place, date) is left out. On a machine without the program,
/// light pictures are kept as they are.
/// </summary>
public sealed partial class PictureResizing(IOptions<DataOptions> data, IOptions<FilesOptions> options, ILogger<PictureResizing> logger)
{
    /// <summary>In bytes, of a picture that nobody can make lighter.</summary>
    private const long LightEnough = 500_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>A decoded photo is large: this many at once, on one node.</summary>
    private static readonly SemaphoreSlim Turns = new(2);

    /// <summary>The resized picture, which the caller disposes of, or the reason there is none.</summary>
    public async Task<(Stream? Content, string? Refusal)> ResizeAsync(string name, Stream content, long mostBytes, PictureSize size, CancellationToken cancel)
    {
        var shown = FileNames.Shown(name);
        var source = Path.Combine(Directory.CreateDirectory(Path.Combine(data.Value.Folder, "incoming")).FullName, Guid.CreateVersion7().ToString("N"));
        var target = $"{source}.webp";
        try
        {
            if (await WriteAsync(source, shown, content, mostBytes, cancel) is { } refusal)
            {
                return (null, refusal);
            }

            await Turns.WaitAsync(cancel);
            try
            {
                return await RunAsync(source, target, size, cancel) switch
                {
                    Outcome.Made => (new MemoryStream(WebPMetadata.Without(await File.ReadAllBytesAsync(target, cancel))), null),
                    Outcome.Absent when new FileInfo(source).Length <= LightEnough => (await InMemoryAsync(source, cancel), null),
                    Outcome.Absent => (null, $"« {shown} » est trop lourd pour être gardé tel quel : {French.Size(LightEnough)} au plus. Réduisez-le et envoyez-le à nouveau."),
                    _ => (null, $"« {shown} » ne s’ouvre pas comme une image : il n’a pas été gardé. Enregistrez-la à nouveau en PNG ou en JPEG."),
                };
            }
            finally
            {
                Turns.Release();
            }
        }
        finally
        {
            File.Delete(source);
            File.Delete(target);
        }
    }

    private static async Task<string?> WriteAsync(string path, string name, Stream content, long most, CancellationToken cancel)
    {
        var start = new byte[ContentTypes.Needed];
        await using (var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 65_536, useAsync: true))
        {
            var buffer = new byte[65_536];
            int read;
            while (file.Length <= most && (read = await content.ReadAsync(buffer, cancel)) > 0)
            {
                await file.WriteAsync(buffer.AsMemory(0, read), cancel);
            }

            if (file.Length > most)
            {
                return $"« {name} » est trop lourd : {French.Size(most)} au plus. Il n’a pas été gardé.";
            }

            file.Position = 0;
            start = start[..await file.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancel)];
        }

        return ContentTypes.Find(start, name) is { } type && ContentTypes.Pictures.Contains(type)
            ? null
            : $"« {name} » n’est pas une image PNG, JPEG ou WebP : il n’a pas été gardé.";
    }

    private static async Task<MemoryStream> InMemoryAsync(string path, CancellationToken cancel) => new(await File.ReadAllBytesAsync(path, cancel));

    private async Task<Outcome> RunAsync(string source, string target, PictureSize size, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(options.Value.PictureProgram) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(source);
        start.ArgumentList.Add("--size");
        start.ArgumentList.Add(string.Create(CultureInfo.InvariantCulture, $"{size.Width}x{size.Height}>"));
        start.ArgumentList.Add("--output");
        start.ArgumentList.Add($"{target}[Q=80]");
        start.Environment["VIPS_BLOCK_UNTRUSTED"] = "1";
        start.Environment["VIPS_CONCURRENCY"] = "1";
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            NoProgram(logger, options.Value.PictureProgram);
            return Outcome.Absent;
        }

        using (process)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            limit.CancelAfter(Patience);
            try
            {
                await Task.WhenAll(process.StandardError.ReadToEndAsync(limit.Token), process.StandardOutput.ReadToEndAsync(limit.Token), process.WaitForExitAsync(limit.Token));
                return process.ExitCode == 0 && File.Exists(target) ? Outcome.Made : Outcome.Broken;
            }
            catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
            {
                return Outcome.Broken;
            }
            finally
            {
                if (!process.HasExited)
                {
                    process.Kill(entireProcessTree: true);
                }
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Program} is not installed: pictures are kept as they come when they are light, and refused otherwise")]
    private static partial void NoProgram(ILogger logger, string program);

    private enum Outcome
    {
        Made,
        Broken,
        Absent,
    }
}
