using Microsoft.EntityFrameworkCore;
using Saas.Shell.Data;
using Saas.Shell.Files;

namespace Saas.Shell.Theming;

/// <summary>Takes in what a commune shows of itself: resized at once, so that a photo of a telephone never weighs on a visitor.</summary>
public sealed class CommunePictures(SaasDbContext db, IFileStore files, PictureResizing resizing)
{
    /// <summary>In bytes, of what is sent.</summary>
    public const long MostBytes = 10_000_000;

    /// <summary>The module that receives them and says which are still needed.</summary>
    private const string Module = "site";

    private static readonly PictureSize BlasonSize = new(256, 256);
    private static readonly PictureSize BannerSize = new(1920, 1080);
    private static readonly PictureSize SmallBannerSize = new(800, 800);

    public static string AddressOf(Guid picture) => $"/identite/images/{picture}";

    /// <summary>The caller saves.</summary>
    public async Task<(Guid? Picture, string? Refusal)> TakeBlasonAsync(string name, Stream content, CancellationToken cancel) =>
        await TakeAsync(name, content, BlasonSize, cancel);

    /// <summary>In two sizes: a telephone does not load the large one. The caller saves.</summary>
    public async Task<(Guid? Picture, Guid? Small, string? Refusal)> TakeBannerAsync(string name, Stream content, CancellationToken cancel)
    {
        var (large, refusal) = await TakeAsync(name, content, BannerSize, cancel);
        if (refusal is not null)
        {
            return (null, null, refusal);
        }

        content.Position = 0;
        var (small, smallRefusal) = await TakeAsync(name, content, SmallBannerSize, cancel);
        return (large, small, smallRefusal);
    }

    /// <summary>Whether these are pictures received here, by this commune.</summary>
    public async Task<bool> KnowsAsync(IReadOnlyCollection<Guid> pictures, CancellationToken cancel) =>
        await db.Set<StoredFile>().CountAsync(file => pictures.Contains(file.Id) && file.Module == Module && ContentTypes.Pictures.Contains(file.ContentType), cancel) == pictures.Distinct().Count();

    /// <summary>Null when it is no picture of this commune, or may not be served.</summary>
    internal async Task<(Stream Content, string ContentType)?> OpenAsync(Guid id, CancellationToken cancel)
    {
        var type = await db.Set<StoredFile>()
            .Where(file => file.Id == id && file.Module == Module && ContentTypes.Pictures.Contains(file.ContentType))
            .Select(file => file.ContentType)
            .SingleOrDefaultAsync(cancel);
        return type is not null && await files.OpenAsync(id, cancel) is { Content: { } content } ? (content, type) : null;
    }

    private async Task<(Guid? Picture, string? Refusal)> TakeAsync(string name, Stream content, PictureSize size, CancellationToken cancel)
    {
        var (resized, refusal) = await resizing.ResizeAsync(name, content, MostBytes, size, cancel);
        if (resized is null)
        {
            return (null, refusal);
        }

        await using (resized)
        {
            var received = await files.SaveAsync(Module, name, resized, new FileLimits(MostBytes, ContentTypes.Pictures), cancel);
            return (received.File?.Id, received.Refusal);
        }
    }
}
