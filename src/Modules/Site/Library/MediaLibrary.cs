using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Saas.Modules.Site.Model;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Files;
using Saas.Shell.Identity;
using Saas.Shell.Provisioning;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Library;

/// <summary>Takes pictures and documents in, resized and within the room there is, and finds them again.</summary>
internal sealed class MediaLibrary(SaasDbContext db, IFileStore files, PictureResizing resizing, AuditTrail trail, CurrentPerson person, IOptions<SiteOptions> options, CommuneClock clock)
{
    public const string Address = "/gestion/site/medias";

    /// <summary>In bytes, of one file as it is sent.</summary>
    public const long MostBytes = 20_000_000;

    /// <summary>Of the room there is.</summary>
    private const decimal NearlyFull = 0.8m;

    /// <summary>Beyond, a picture would be higher than a WebP can be.</summary>
    private const int HighestForItsWidth = 10;

    private const int MostUses = 100;

    private const string Module = "site";

    public static IReadOnlyList<string> PictureTypes { get; } = [ContentTypes.Jpeg, ContentTypes.Png, ContentTypes.WebP, ContentTypes.Gif, ContentTypes.Heic];

    public static IReadOnlyList<string> DocumentTypes { get; } =
        [ContentTypes.Pdf, ContentTypes.OpenText, ContentTypes.OpenSheet, ContentTypes.OpenSlides, ContentTypes.Word, ContentTypes.Excel, ContentTypes.PowerPoint];

    private static readonly FileLimits Kept = new(MostBytes, [ContentTypes.WebP, .. DocumentTypes]);

    /// <summary>Takes a file in and saves; a file that is there already is found again.</summary>
    public async Task<TakenMedia> TakeAsync(IFormFile sent, bool picturesOnly, CancellationToken cancel)
    {
        await using var content = sent.OpenReadStream();
        var checksum = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancel));
        if (await FindSameAsync(checksum, picturesOnly, cancel) is { } known)
        {
            return new TakenMedia(known, IsNew: false, Refusal: null);
        }

        var (found, refusal) = await RecogniseAsync(sent, content, picturesOnly, cancel);
        if (found is null)
        {
            return TakenMedia.Refused(refusal!);
        }

        content.Position = 0;
        var (media, full) = PictureTypes.Contains(found)
            ? await TakePictureAsync(sent.FileName, content, checksum, cancel)
            : await TakeDocumentAsync(sent.FileName, content, found, checksum, cancel);
        return media is null ? TakenMedia.Refused(full!) : await AddAsync(media, picturesOnly, cancel);
    }

    public async Task<MediaRoom> RoomAsync(CancellationToken cancel) =>
        new(await db.Medias.SumAsync(media => media.Bytes, cancel), options.Value.MediaMegabytes * 1_000_000L, NearlyFull);

    /// <summary>The contents that show it, above their text or in it, those in the bin too: they may come back.</summary>
    public async Task<IReadOnlyList<Content>> UsesAsync(Guid id, CancellationToken cancel)
    {
        var folder = MediaAddress.FolderOf(id);
        return await db.Set<Content>().AsNoTracking()
            .Where(content => content.PictureId == id || content.Body.Contains(folder))
            .OrderBy(content => content.Title).ThenBy(content => content.Id)
            .Take(MostUses)
            .ToListAsync(cancel);
    }

    /// <summary>Pictures to choose among, the one that is chosen first.</summary>
    public async Task<IReadOnlyList<Media>> ChoicesAsync(string? search, Guid? chosen, int most, CancellationToken cancel) =>
        await Search(db.Medias.AsNoTracking(), search)
            .Where(media => media.Width > 0 && media.Alternative != null && media.Id != chosen)
            .Union(db.Medias.AsNoTracking().Where(media => media.Id == chosen && media.Width > 0))
            .OrderByDescending(media => media.Id == chosen).ThenByDescending(media => media.AddedAt).ThenBy(media => media.Id)
            .Take(most)
            .ToListAsync(cancel);

    /// <summary>By words of the name, without regard to accents and capitals.</summary>
    public static IQueryable<Media> Search(IQueryable<Media> medias, string? words) =>
        (words ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Aggregate(medias, (found, word) =>
        {
            var pattern = $"%{word.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
            return found.Where(media => EF.Functions.ILike(EF.Functions.Unaccent(media.Name), EF.Functions.Unaccent(pattern), "\\"));
        });

    private async Task<Media?> FindSameAsync(string checksum, bool picturesOnly, CancellationToken cancel) =>
        await db.Medias.SingleOrDefaultAsync(media => media.Checksum == checksum && (!picturesOnly || media.Width > 0), cancel);

    private static async Task<(string? Type, string? Refusal)> RecogniseAsync(IFormFile sent, Stream content, bool picturesOnly, CancellationToken cancel)
    {
        var name = French.OneLine(sent.FileName);
        if (sent.Length == 0)
        {
            return (null, $"« {name} » est vide : il n’a pas été gardé. Choisissez-le à nouveau.");
        }

        if (sent.Length > MostBytes)
        {
            return (null, $"« {name} » est trop lourd : {French.Size(MostBytes)} au plus. Il n’a pas été gardé.");
        }

        var start = new byte[ContentTypes.Needed];
        content.Position = 0;
        start = start[..await content.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancel)];
        var accepted = picturesOnly ? PictureTypes : [.. PictureTypes, .. DocumentTypes];
        if (ContentTypes.Find(start, name) is { } type && accepted.Contains(type))
        {
            return await OfficeFile.IsGenuineAsync(content, type, cancel)
                ? (type, null)
                : (null, $"« {name} » n’est pas le document que son nom annonce, ou contient des macros : il n’a pas été gardé.");
        }

        return (null, Path.GetExtension(name).Equals(".svg", StringComparison.OrdinalIgnoreCase)
            ? $"« {name} » est une image SVG, qui peut contenir un programme : elle n’a pas été gardée. Enregistrez-la en PNG."
            : $"« {name} » n’est pas d’un type accepté ({string.Join(", ", accepted.Select(ContentTypes.Title))}). Il n’a pas été gardé.");
    }

    private async Task<(Media? Media, string? Refusal)> TakePictureAsync(string name, Stream content, string checksum, CancellationToken cancel)
    {
        var (large, refusal) = await ResizeAsync(name, content, [Illustration.Widths[^1]], cancel);
        if (large is not [{ Size: { } size } largest])
        {
            return (null, refusal ?? $"« {French.OneLine(name)} » n’a pas été gardé : ce serveur ne sait pas préparer les images. Prévenez l’assistance de la plateforme.");
        }

        content.Position = 0;
        var smaller = Illustration.Kept(size.Width).SkipLast(1).ToList();
        (var small, refusal) = await ResizeAsync(name, content, smaller, cancel);
        if (refusal is not null)
        {
            return (null, refusal);
        }

        var pictures = smaller.Append(size.Width).Zip([.. small, largest], (width, picture) => (Name: Illustration.FileOf(width), picture.Content)).ToList();
        var media = Make(name, ContentTypes.WebP, checksum, pictures[^1].Name, pictures.Sum(picture => (long)picture.Content.Length));
        media.Measure(size);
        if (await FullAsync(media, cancel) is { } full)
        {
            return (null, full);
        }

        foreach (var picture in pictures)
        {
            using var bytes = new MemoryStream(picture.Content);
            if (await HoldAsync(media, picture.Name, name, bytes, cancel) is { } refused)
            {
                return (null, refused);
            }
        }

        return (media, null);
    }

    private async Task<(IReadOnlyList<ResizedPicture> Pictures, string? Refusal)> ResizeAsync(string name, Stream content, List<int> widths, CancellationToken cancel) => widths.Count == 0
        ? ([], null)
        : await resizing.ResizeAsync(name, content, new FileLimits(MostBytes, PictureTypes), [.. widths.Select(width => new PictureSize(width, width * HighestForItsWidth))], cancel);

    private async Task<(Media? Media, string? Refusal)> TakeDocumentAsync(string name, Stream content, string type, string checksum, CancellationToken cancel)
    {
        var extension = type == ContentTypes.Pdf ? ".pdf" : Path.GetExtension(name).ToLowerInvariant();
        var slug = Slugs.Of(Path.GetFileNameWithoutExtension(French.OneLine(name)));
        var media = Make(name, type, checksum, (slug.Length == 0 ? "document" : slug) + extension, content.Length);
        return await FullAsync(media, cancel) is { } full
            ? (null, full)
            : await HoldAsync(media, media.MainFile, name, content, cancel) is { } refused ? (null, refused) : (media, null);
    }

    private Media Make(string name, string type, string checksum, string mainFile, long bytes) =>
        new(Guid.CreateVersion7(), name, type, checksum, mainFile, bytes, person.Name, clock.Now);

    private async Task<string?> FullAsync(Media media, CancellationToken cancel)
    {
        var room = await RoomAsync(cancel);
        return room.Used + media.Bytes <= room.Most
            ? null
            : $"« {French.OneLine(media.Name)} » n’a pas été gardé : la bibliothèque est pleine ({French.Size(room.Most)}). Supprimez ce qui ne sert plus, ou demandez plus de place à l’assistance de la plateforme.";
    }

    private async Task<string?> HoldAsync(Media media, string file, string name, Stream content, CancellationToken cancel)
    {
        var received = await files.SaveAsync(Module, name, content, Kept, cancel);
        if (received.File is not { } stored)
        {
            return received.Refusal;
        }

        media.Hold(stored.Id, file);
        media.Rename(stored.Name);
        return null;
    }

    private async Task<TakenMedia> AddAsync(Media media, bool picturesOnly, CancellationToken cancel)
    {
        db.Add(media);
        trail.Note(AuditKind.Site, $"a ajouté « {media.Name} » à la bibliothèque", media.StaffAddress);
        try
        {
            await db.SaveChangesAsync(cancel);
            return new TakenMedia(media, IsNew: true, Refusal: null);
        }
        catch (DbUpdateException refused) when (refused.IsDuplicate())
        {
            // The other of two clicks was faster; the files of this one are swept.
            db.ChangeTracker.Clear();
            return new TakenMedia(await FindSameAsync(media.Checksum, picturesOnly, cancel), IsNew: false, Refusal: null);
        }
    }
}

/// <summary>A media taken in or found again, or the reason there is none, as a sentence for the person who sent it.</summary>
internal sealed record TakenMedia(Media? Media, bool IsNew, string? Refusal)
{
    public static TakenMedia Refused(string reason) => new(null, IsNew: false, reason);
}

/// <summary>What the library weighs and may weigh, in bytes.</summary>
internal sealed record MediaRoom(long Used, long Most, decimal NearlyFull)
{
    public bool IsNearlyFull => Used >= Most * NearlyFull;

    public int Percent => (int)Math.Min(100, Used * 100 / Most);
}
