using Microsoft.EntityFrameworkCore;
using Saas.Shell.Announcements;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Web;

namespace Saas.Modules.Platform.Announcing;

/// <summary>Where announcements are written: saved, noted, and shown at once by this node. The others are told by the database.</summary>
internal sealed class AnnouncementDesk(SaasDbContext db, CurrentAnnouncements current, AuditTrail trail, CommuneClock clock)
{
    public const string List = "/console/annonces";

    private const int LongestTitle = 60;

    public Task<Announcement?> FindAsync(Guid id, CancellationToken cancel) =>
        db.Set<Announcement>().SingleOrDefaultAsync(announcement => announcement.Id == id, cancel);

    /// <summary>False when it was there already: the second click of a double one.</summary>
    public async Task<bool> AddAsync(Announcement announcement, CancellationToken cancel)
    {
        db.Add(announcement);
        try
        {
            await SaveAsync(announcement, "a écrit", [new AuditChange("Affichée", null, Span(announcement))], cancel);
            return true;
        }
        catch (DbUpdateException conflict) when (conflict.IsDuplicate())
        {
            return false;
        }
    }

    /// <param name="announcement">As it is now.</param>
    /// <param name="did">What follows the operator's name: « a retiré ».</param>
    /// <param name="changes">What is no longer what it was.</param>
    public async Task SaveAsync(Announcement announcement, string did, IReadOnlyList<AuditChange> changes, CancellationToken cancel)
    {
        trail.Note(AuditKind.Platform, $"{did} l’annonce « {Shorten(announcement.Text)} »", AddressOf(announcement), changes);
        await db.SaveChangesAsync(cancel);
        await current.LoadAsync(cancel);
    }

    /// <summary>« du lundi 23 novembre 2026 à 8 h au mardi 24 novembre 2026 à 18 h ».</summary>
    public string Span(Announcement announcement) => $"du {clock.Moment(announcement.StartsAt)} au {clock.Moment(announcement.EndsAt)}";

    /// <summary>Its first words, on one line.</summary>
    public static string Shorten(string text) =>
        text.Split('\n')[0] is var line && line.Length <= LongestTitle ? line : $"{line[..LongestTitle].TrimEnd()}…";

    public static string AddressOf(Announcement announcement) => $"{List}/{announcement.Id}";
}
