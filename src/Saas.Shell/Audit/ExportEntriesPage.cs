using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Shell.Audit;

/// <summary>What <c>_AuditExport</c> shows.</summary>
public interface IAuditExport
{
    AuditFilter Filter { get; }

    int Count { get; }

    string ListAddress { get; }
}

/// <summary>The trail as a file, for an inspection or an archive. A POST, because it leaves an entry itself.</summary>
public abstract class ExportEntriesPage<TEntry>(SaasDbContext db, AuditTrail trail, CommuneClock clock, StaffPlace place)
    : AuditFilterPage<TEntry>(db, clock, place), IAuditExport
    where TEntry : class, IAuditEntry
{
    private static readonly string[] Titles = ["Date", "Heure", "Personne", "Ce qui a été fait", "Sujet", "Changements"];

    public int Count { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        trail.Note(AuditKind.Exports, $"a exporté le journal ({Filter.InWords})", ListAddress);
        await Database.SaveChangesAsync(cancel);
        return new CsvFile($"journal-{Clock.Today:yyyy-MM-dd}.csv", NamesSites ? [.. Titles, "Site"] : Titles, RowsAsync(cancel));
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Count = await Found.CountAsync(cancel);
        return Page();
    }

    private async IAsyncEnumerable<IReadOnlyList<string>> RowsAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var entry in Found.AsAsyncEnumerable().WithCancellation(cancel))
        {
            yield return NamesSites ? [.. CellsOf(entry), entry.Site ?? ""] : CellsOf(entry);
        }
    }

    private string[] CellsOf(TEntry entry)
    {
        var local = Clock.ToLocal(entry.At);
        return
        [
            French.ShortDay(DateOnly.FromDateTime(local)),
            local.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
            entry.Person,
            entry.Deed,
            entry.Kind.Title(),
            string.Join(" | ", entry.Changes.Select(change => change.HasValues ? $"{change.What} : {change.Before ?? "rien"} → {change.After ?? "rien"}" : $"{change.What}, modifié")),
        ];
    }
}
