using System.Buffers.Binary;
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

    private static readonly FileLimits Limits = new(1_000_000, ContentTypes.Pictures);

    /// <summary>40 by 50.</summary>
    private static readonly byte[] Picture = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAACgAAAAyCAIAAACh0Q7HAAAAM0lEQVR42u3NMQ0AAAgDsOnBAUqxiwwOmvRvputExGKxWCwWi8VisVgsFovFYrFYLP4cL58ToYrnYljxAAAAAElFTkSuQmCC");

    /// <summary>The same as a JPEG.</summary>
    private static readonly byte[] Photo = Convert.FromBase64String("/9j/4QC8RXhpZgAASUkqAAgAAAAGABIBAwABAAAAAQAAABoBBQABAAAAVgAAABsBBQABAAAAXgAAACgBAwABAAAAAgAAABMCAwABAAAAAQAAAGmHBAABAAAAZgAAAAAAAAAvGQEA6AMAAC8ZAQDoAwAABgAAkAcABAAAADAyMTABkQcABAAAAAECAwAAoAcABAAAADAxMDABoAMAAQAAAP//AAACoAQAAQAAACgAAAADoAQAAQAAADIAAAAAAAAA/9sAQwAIBgYHBgUIBwcHCQkICgwUDQwLCwwZEhMPFB0aHx4dGhwcICQuJyAiLCMcHCg3KSwwMTQ0NB8nOT04MjwuMzQy/9sAQwEJCQkMCwwYDQ0YMiEcITIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIy/8AAEQgAMgAoAwEiAAIRAQMRAf/EAB8AAAEFAQEBAQEBAAAAAAAAAAABAgMEBQYHCAkKC//EALUQAAIBAwMCBAMFBQQEAAABfQECAwAEEQUSITFBBhNRYQcicRQygZGhCCNCscEVUtHwJDNicoIJChYXGBkaJSYnKCkqNDU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6g4SFhoeIiYqSk5SVlpeYmZqio6Slpqeoqaqys7S1tre4ubrCw8TFxsfIycrS09TV1tfY2drh4uPk5ebn6Onq8fLz9PX29/j5+v/EAB8BAAMBAQEBAQEBAQEAAAAAAAABAgMEBQYHCAkKC//EALURAAIBAgQEAwQHBQQEAAECdwABAgMRBAUhMQYSQVEHYXETIjKBCBRCkaGxwQkjM1LwFWJy0QoWJDThJfEXGBkaJicoKSo1Njc4OTpDREVGR0hJSlNUVVZXWFlaY2RlZmdoaWpzdHV2d3h5eoKDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uLj5OXm5+jp6vLz9PX29/j5+v/aAAwDAQACEQMRAD8A5KiiivLPqwooooAKKKKACiiigAooooAKKKKACiiigAooooAKKKKACiiigAooooAKKKKAP//Z");

    [Fact]
    public async Task A_picture_becomes_a_webp_that_fits()
    {
        var (pictures, _) = await Resizing("vips").ResizeAsync("photo.png", new MemoryStream(Picture), Limits, [Box, new PictureSize(400, 400)], CancellationToken.None);

        Assert.Equal([new PictureSize(16, 20), new PictureSize(40, 50)], pictures.Select(picture => picture.Size));
        Assert.All(pictures, picture => Assert.Equal(ContentTypes.WebP, ContentTypes.Find(picture.Content, "photo")));
    }

    [Fact]
    public async Task What_a_camera_wrote_beside_the_picture_is_left_out()
    {
        var photo = PhotoThatSays("SECRETPLACE");

        var (pictures, _) = await Resizing("vips").ResizeAsync("photo.jpg", new MemoryStream(photo), Limits, [Box], CancellationToken.None);

        var resized = Assert.Single(pictures).Content;
        Assert.Contains("SECRETPLACE", Encoding.Latin1.GetString(photo), StringComparison.Ordinal);
        Assert.DoesNotContain("SECRETPLACE", Encoding.Latin1.GetString(resized), StringComparison.Ordinal);
        Assert.DoesNotContain("EXIF", Encoding.Latin1.GetString(resized), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_held_on_its_side_is_set_upright()
    {
        byte[] upright = [0x12, 0x01, 3, 0, 1, 0, 0, 0, 1];
        var held = (byte[])Photo.Clone();
        held[held.AsSpan().IndexOf(upright) + 8] = 6;

        var (pictures, _) = await Resizing("vips").ResizeAsync("photo.jpg", new MemoryStream(held), Limits, [Box], CancellationToken.None);

        Assert.Equal(new PictureSize(20, 16), Assert.Single(pictures).Size);
    }

    [Theory]
    [InlineData(10_000, 10_000, "ne s’ouvre pas comme une image")]
    [InlineData(20_000, 10_000, "millions de pixels au plus")]
    public async Task A_light_file_that_would_unfold_into_a_huge_picture_is_measured_first(int width, int height, string reason)
    {
        var bomb = (byte[])Picture.Clone();
        BinaryPrimitives.WriteInt32BigEndian(bomb.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(bomb.AsSpan(20), height);
        BinaryPrimitives.WriteUInt32BigEndian(bomb.AsSpan(29), Crc(bomb.AsSpan(12, 17)));

        var (pictures, refusal) = await Resizing("vips").ResizeAsync("photo.png", new MemoryStream(bomb), Limits, [Box], CancellationToken.None);

        Assert.Empty(pictures);
        Assert.Contains(reason, refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_photo_that_was_cut_on_its_way_is_refused()
    {
        var (pictures, refusal) = await Resizing("vips").ResizeAsync("photo.jpg", new MemoryStream(Photo[..^60]), Limits, [Box], CancellationToken.None);

        Assert.Empty(pictures);
        Assert.Contains("ne s’ouvre pas comme une image", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_begins_like_a_picture_and_is_none_is_refused()
    {
        var (pictures, refusal) = await Resizing("vips").ResizeAsync("photo.png", new MemoryStream([.. Picture[..40], .. new byte[400]]), Limits, [Box], CancellationToken.None);

        Assert.Empty(pictures);
        Assert.Contains("ne s’ouvre pas comme une image", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_program_light_pictures_are_kept_as_they_are_and_heavy_ones_refused()
    {
        var (light, _) = await Resizing("not-installed").ResizeAsync("photo.png", new MemoryStream(Picture), Limits, [Box], CancellationToken.None);
        var (heavy, refusal) = await Resizing("not-installed").ResizeAsync("photo.png", new MemoryStream([.. Picture, .. new byte[600_000]]), Limits, [Box], CancellationToken.None);

        Assert.Equal(Picture, Assert.Single(light).Content);
        Assert.Empty(heavy);
        Assert.Contains("trop lourd pour être gardé tel quel", refusal, StringComparison.Ordinal);
    }

    /// <summary>A JPEG with these words as its Exif description.</summary>
    private static byte[] PhotoThatSays(string words)
    {
        byte[] exif = [.. "Exif\0\0II*\0"u8, 8, 0, 0, 0, 1, 0, 0x0e, 0x01, 2, 0, (byte)(words.Length + 1), 0, 0, 0, 26, 0, 0, 0, 0, 0, 0, 0, .. Encoding.ASCII.GetBytes(words), 0];
        return [.. Photo[..2], 0xff, 0xe1, 0, (byte)(exif.Length + 2), .. exif, .. Photo[2..]];
    }

    /// <summary>CRC-32 as PNG has it (ISO 3309).</summary>
    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = 0xffffffffu;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xedb88320u : crc >> 1;
            }
        }

        return ~crc;
    }

    private PictureResizing Resizing(string program) => new(
        host.Application.Services.GetRequiredService<IOptions<DataOptions>>(),
        Options.Create(new FilesOptions { PictureProgram = program, PictureHeaderProgram = program == "vips" ? "vipsheader" : program }),
        NullLogger<PictureResizing>.Instance);
}
