using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Saas.Shell.Web;

namespace Saas.Shell.Files;

/// <summary>The box a picture must fit in, or what one measures, in pixels.</summary>
public sealed record PictureSize(int Width, int Height);

/// <summary>A picture in one of the sizes asked for.</summary>
/// <param name="Size">Null when it was kept as it came.</param>
public sealed record ResizedPicture(byte[] Content, PictureSize? Size);

/// <summary>
/// Makes WebPs that fit in boxes of a picture, by libvips' own programs and in processes of their own: a picture made to harm ends that
/// process and nothing else. It is measured first: a light file may unfold into more than the machine holds. What a camera wrote beside the
/// picture (place, date) is left out, and it stands as it was held. On a machine without the program, light pictures are kept as they are.
/// </summary>
public sealed partial class PictureResizing(IOptions<DataOptions> data, IOptions<FilesOptions> options, ILogger<PictureResizing> logger)
{
    /// <summary>In millions of pixels; a telephone makes 50, rarely 100.</summary>
    public const int MostMegapixels = 100;

    /// <summary>In bytes, of a picture that nobody can make lighter.</summary>
    private const long LightEnough = 500_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>A decoded photo is large: this many at once, on one node.</summary>
    private static readonly SemaphoreSlim Turns = new(2);

    /// <summary>One for each size, in their order, or the reason there is none.</summary>
    /// <param name="name">As its sender called it.</param>
    /// <param name="content">What was sent.</param>
    /// <param name="limits">What may be sent.</param>
    /// <param name="sizes">None is made larger than it came.</param>
    /// <param name="cancel">Whoever sent it has left.</param>
    public async Task<(IReadOnlyList<ResizedPicture> Pictures, string? Refusal)> ResizeAsync(string name, Stream content, FileLimits limits, IReadOnlyList<PictureSize> sizes, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(sizes);
        var shown = FileNames.Shown(name);
        var source = Path.Combine(Directory.CreateDirectory(Path.Combine(data.Value.Folder, "incoming")).FullName, Guid.CreateVersion7().ToString("N"));
        try
        {
            if (await WriteAsync(source, shown, content, limits, cancel) is { } refusal)
            {
                return ([], refusal);
            }

            await Turns.WaitAsync(cancel);
            try
            {
                return await MakeAsync(source, shown, sizes, cancel);
            }
            finally
            {
                Turns.Release();
            }
        }
        finally
        {
            File.Delete(source);
        }
    }

    private static async Task<string?> WriteAsync(string path, string name, Stream content, FileLimits limits, CancellationToken cancel)
    {
        var start = new byte[ContentTypes.Needed];
        await using (var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 65_536, useAsync: true))
        {
            var buffer = new byte[65_536];
            int read;
            while (file.Length <= limits.MostBytes && (read = await content.ReadAsync(buffer, cancel)) > 0)
            {
                await file.WriteAsync(buffer.AsMemory(0, read), cancel);
            }

            if (file.Length > limits.MostBytes)
            {
                return $"« {name} » est trop lourd : {French.Size(limits.MostBytes)} au plus. Il n’a pas été gardé.";
            }

            file.Position = 0;
            start = start[..await file.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancel)];
        }

        var titles = limits.Types.Select(ContentTypes.Title).ToList();
        return ContentTypes.Find(start, name) is { } type && limits.Types.Contains(type)
            ? null
            : $"« {name} » n’est pas une image {string.Join(", ", titles.SkipLast(1))} ou {titles[^1]} : il n’a pas été gardé.";
    }

    private async Task<(IReadOnlyList<ResizedPicture> Pictures, string? Refusal)> MakeAsync(string source, string name, IReadOnlyList<PictureSize> sizes, CancellationToken cancel)
    {
        var (measured, said) = await RunAsync(options.Value.PictureHeaderProgram, [source], cancel);
        var found = Measures().Match(said);
        if (measured == Outcome.Made && found.Success && Pixels(found) > MostMegapixels * 1_000_000L)
        {
            return ([], $"« {name} » est trop grand : {MostMegapixels} millions de pixels au plus. Réduisez-le et envoyez-le à nouveau.");
        }

        var pictures = new List<ResizedPicture>();
        foreach (var size in measured == Outcome.Made && !found.Success ? [] : sizes)
        {
            var (outcome, picture) = measured == Outcome.Made ? await MakeOneAsync(source, size, cancel) : (measured, null);
            if (outcome == Outcome.Absent && new FileInfo(source).Length > LightEnough)
            {
                return ([], $"« {name} » est trop lourd pour être gardé tel quel : {French.Size(LightEnough)} au plus. Réduisez-le et envoyez-le à nouveau.");
            }

            if (outcome == Outcome.Broken)
            {
                break;
            }

            pictures.Add(picture ?? new ResizedPicture(await File.ReadAllBytesAsync(source, cancel), Size: null));
        }

        return pictures.Count == sizes.Count
            ? (pictures, null)
            : ([], $"« {name} » ne s’ouvre pas comme une image : il n’a pas été gardé. Enregistrez-la à nouveau en PNG ou en JPEG.");
    }

    private async Task<(Outcome Outcome, ResizedPicture? Picture)> MakeOneAsync(string source, PictureSize size, CancellationToken cancel)
    {
        var target = $"{source}.webp";
        try
        {
            var (width, height) = (size.Width.ToString(CultureInfo.InvariantCulture), size.Height.ToString(CultureInfo.InvariantCulture));
            string[] words = ["thumbnail", source, $"{target}[Q=80]", width, "--height", height, "--size", "down", "--fail-on", "truncated"];
            var (outcome, _) = await RunAsync(options.Value.PictureProgram, words, cancel);
            if (outcome != Outcome.Made)
            {
                return (outcome, null);
            }

            if (!File.Exists(target))
            {
                return (Outcome.Broken, null);
            }

            var content = WebPMetadata.Without(await File.ReadAllBytesAsync(target, cancel));
            return (Outcome.Made, new ResizedPicture(content, WebPSize.Of(content)));
        }
        finally
        {
            File.Delete(target);
        }
    }

    private static long Pixels(Match found) =>
        long.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture) * long.Parse(found.Groups[2].Value, CultureInfo.InvariantCulture);

    private async Task<(Outcome Outcome, string Said)> RunAsync(string program, IReadOnlyList<string> words, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(program, words) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["VIPS_BLOCK_UNTRUSTED"] = "1";
        start.Environment["VIPS_CONCURRENCY"] = "1";
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            NoProgram(logger, program);
            return (Outcome.Absent, "");
        }

        using (process)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            limit.CancelAfter(Patience);
            try
            {
                var said = process.StandardOutput.ReadToEndAsync(limit.Token);
                await Task.WhenAll(said, process.StandardError.ReadToEndAsync(limit.Token), process.WaitForExitAsync(limit.Token));
                return (process.ExitCode == 0 ? Outcome.Made : Outcome.Broken, await said);
            }
            catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
            {
                return (Outcome.Broken, "");
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

    /// <summary>« photo.jpg: 4000x3000 uchar, 3 bands, srgb, jpegload ».</summary>
    [GeneratedRegex(@": ([0-9]{1,9})x([0-9]{1,9}) \w+, [0-9]+ bands?, [^:]*\z")]
    private static partial Regex Measures();

    private enum Outcome
    {
        Made,
        Broken,
        Absent,
    }
}
