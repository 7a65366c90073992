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
    public async Task<(Guid? Picture, string? Refusal)> TakeBlasonAsync(string name, Stream content, CancellationToken cancel)
    {
        var (pictures, refusal) = await TakeAsync(name, content, [BlasonSize], cancel);
        return (pictures is [var blason] ? blason : null, refusal);
    }

    /// <summary>In two sizes: a telephone does not load the large one. The caller saves.</summary>
    public async Task<(Guid? Picture, Guid? Small, string? Refusal)> TakeBannerAsync(string name, Stream content, CancellationToken cancel)
    {
        var (pictures, refusal) = await TakeAsync(name, content, [BannerSize, SmallBannerSize], cancel);
        return pictures is [var large, var small] ? (large, small, refusal) : (null, null, refusal);
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

    private async Task<(IReadOnlyList<Guid> Pictures, string? Refusal)> TakeAsync(string name, Stream content, PictureSize[] sizes, CancellationToken cancel)
    {
        var limits = new FileLimits(MostBytes, ContentTypes.Pictures);
        var (resized, refusal) = await resizing.ResizeAsync(name, content, limits, sizes, cancel);
        var taken = new List<Guid>();
        foreach (var picture in resized)
        {
            using var bytes = new MemoryStream(picture.Content);
            var received = await files.SaveAsync(Module, name, bytes, limits, cancel);
            if (received.File is null)
            {
                return ([], received.Refusal);
            }

            taken.Add(received.File.Id);
        }

        return (taken, refusal);
    }
}
