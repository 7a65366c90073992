using System.Text;
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

    /// <summary>The same as a JPEG.</summary>
    private static readonly byte[] Photo = Convert.FromBase64String("/9j/4QC8RXhpZgAASUkqAAgAAAAGABIBAwABAAAAAQAAABoBBQABAAAAVgAAABsBBQABAAAAXgAAACgBAwABAAAAAgAAABMCAwABAAAAAQAAAGmHBAABAAAAZgAAAAAAAAAvGQEA6AMAAC8ZAQDoAwAABgAAkAcABAAAADAyMTABkQcABAAAAAECAwAAoAcABAAAADAxMDABoAMAAQAAAP//AAACoAQAAQAAACgAAAADoAQAAQAAADIAAAAAAAAA/9sAQwAIBgYHBgUIBwcHCQkICgwUDQwLCwwZEhMPFB0aHx4dGhwcICQuJyAiLCMcHCg3KSwwMTQ0NB8nOT04MjwuMzQy/9sAQwEJCQkMCwwYDQ0YMiEcITIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIy/8AAEQgAMgAoAwEiAAIRAQMRAf/EAB8AAAEFAQEBAQEBAAAAAAAAAAABAgMEBQYHCAkKC//EALUQAAIBAwMCBAMFBQQEAAABfQECAwAEEQUSITFBBhNRYQcicRQygZGhCCNCscEVUtHwJDNicoIJChYXGBkaJSYnKCkqNDU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6g4SFhoeIiYqSk5SVlpeYmZqio6Slpqeoqaqys7S1tre4ubrCw8TFxsfIycrS09TV1tfY2drh4uPk5ebn6Onq8fLz9PX29/j5+v/EAB8BAAMBAQEBAQEBAQEAAAAAAAABAgMEBQYHCAkKC//EALURAAIBAgQEAwQHBQQEAAECdwABAgMRBAUhMQYSQVEHYXETIjKBCBRCkaGxwQkjM1LwFWJy0QoWJDThJfEXGBkaJicoKSo1Njc4OTpDREVGR0hJSlNUVVZXWFlaY2RlZmdoaWpzdHV2d3h5eoKDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uLj5OXm5+jp6vLz9PX29/j5+v/aAAwDAQACEQMRAD8A5KiiivLPqwooooAKKKKACiiigAooooAKKKKACiiigAooooAKKKKACiiigAooooAKKKKAP//Z");

    [Fact]
    public async Task A_picture_becomes_a_webp_that_fits()
    {
        var (content, _) = await Resizing("vipsthumbnail").ResizeAsync("photo.png", new MemoryStream(Picture), 1_000_000, Box, CancellationToken.None);

        using var resized = (MemoryStream)content!;
        var bytes = resized.ToArray();
        Assert.Equal(ContentTypes.WebP, ContentTypes.Find(bytes, "photo"));

        // Extended WebP: width and height less one, on 24 bits each.
        Assert.Equal((16, 20), (bytes[24] + 1, bytes[27] + 1));
    }

    [Fact]
    public async Task What_a_camera_wrote_beside_the_picture_is_left_out()
    {
        var photo = PhotoThatSays("SECRETPLACE");

        var (content, _) = await Resizing("vipsthumbnail").ResizeAsync("photo.jpg", new MemoryStream(photo), 1_000_000, Box, CancellationToken.None);

        using var resized = (MemoryStream)content!;
        Assert.Contains("SECRETPLACE", Encoding.Latin1.GetString(photo), StringComparison.Ordinal);
        Assert.DoesNotContain("SECRETPLACE", Encoding.Latin1.GetString(resized.ToArray()), StringComparison.Ordinal);
        Assert.DoesNotContain("EXIF", Encoding.Latin1.GetString(resized.ToArray()), StringComparison.Ordinal);
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

    /// <summary>A JPEG with these words as its Exif description.</summary>
    private static byte[] PhotoThatSays(string words)
    {
        byte[] exif = [.. "Exif\0\0II*\0"u8, 8, 0, 0, 0, 1, 0, 0x0e, 0x01, 2, 0, (byte)(words.Length + 1), 0, 0, 0, 26, 0, 0, 0, 0, 0, 0, 0, .. Encoding.ASCII.GetBytes(words), 0];
        return [.. Photo[..2], 0xff, 0xe1, 0, (byte)(exif.Length + 2), .. exif, .. Photo[2..]];
    }

    private PictureResizing Resizing(string program) => new(
        host.Application.Services.GetRequiredService<IOptions<DataOptions>>(),
        Options.Create(new FilesOptions { PictureProgram = program }),
        NullLogger<PictureResizing>.Instance);
}
