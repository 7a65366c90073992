using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Saas.Shell.Files;
using Saas.Shell.Web;

namespace Saas.Shell.Tests.Files;

public sealed class PictureResizingTests(SaasHost host) : IClassFixture<SaasHost>
{
    private static readonly PictureSize Box = new(20, 20);

    /// <summary>40 by 50.</summary>
    private static readonly byte[] Picture = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAACgAAAAyCAIAAACh0Q7HAAAAM0lEQVR42u3NMQ0AAAgDsOnBAUqxiwwOmvRvputExGKxWCwWi8VisVgsFovFYrFYLP4cL58ToYrnYljxAAAAAElFTkSuQmCC");

    [Fact]
    public async Task A_picture_becomes_a_webp_that_fits()
    {
        var (content, _) = await Resizing("vipsthumbnail").ResizeAsync("photo.png", new MemoryStream(Picture), 1_000_000, Box, CancellationToken.None);

        using var resized = (MemoryStream)content!;
        var bytes = resized.ToArray();
        Assert.Equal(ContentTypes.WebP, ContentTypes.Find(bytes, "photo"));

        // Lossy WebP: width and height of the frame, on 14 bits each.
        Assert.Equal((16, 20), (BitConverter.ToUInt16(bytes, 26) & 0x3fff, BitConverter.ToUInt16(bytes, 28) & 0x3fff));
    }

    [Fact]
    public async Task What_begins_like_a_picture_and_is_none_is_refused()
    {
        var (content, refusal) = await Resizing("vipsthumbnail").ResizeAsync("photo.png", new MemoryStream([.. Picture[..40], .. new byte[400]]), 1_000_000, Box, CancellationToken.None);

        Assert.Null(content);
        Assert.Contains("ne s’ouvre pas comme une image", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_program_light_pictures_are_kept_as_they_are_and_heavy_ones_refused()
    {
        var (light, _) = await Resizing("not-installed").ResizeAsync("photo.png", new MemoryStream(Picture), 1_000_000, Box, CancellationToken.None);
        var (heavy, refusal) = await Resizing("not-installed").ResizeAsync("photo.png", new MemoryStream([.. Picture, .. new byte[600_000]]), 1_000_000, Box, CancellationToken.None);

        Assert.Equal(Picture, ((MemoryStream)light!).ToArray());
        Assert.Null(heavy);
        Assert.Contains("trop lourd pour être gardé tel quel", refusal, StringComparison.Ordinal);
    }

    private PictureResizing Resizing(string program) => new(
        host.Application.Services.GetRequiredService<IOptions<DataOptions>>(),
        Options.Create(new FilesOptions { PictureProgram = program }),
        NullLogger<PictureResizing>.Instance);
}
