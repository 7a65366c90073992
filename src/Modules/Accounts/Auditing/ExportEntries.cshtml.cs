using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Accounts.Auditing;

/// <summary>The trail as a file, for an inspection or an archive. A POST, because it leaves an entry itself.</summary>
[Requires(AccountsPermissions.Audit)]
internal sealed class ExportEntries(SaasDbContext db, AuditTrail trail, CommuneClock clock) : AuditFilterPage
{
    private static readonly string[] Titles = ["Date", "Heure", "Personne", "Ce qui a été fait", "Sujet", "Changements"];

    public int Count { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        trail.Note(AuditKind.Exports, $"a exporté le journal ({Filter.InWords})", ListEntries.Address);
        await db.SaveChangesAsync(cancel);
        return new CsvFile($"journal-{clock.Today:yyyy-MM-dd}.csv", Titles, RowsAsync(cancel));
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Count = await Filter.In(db.Set<AuditEntry>().AsNoTracking(), clock.ToInstant).CountAsync(cancel);
        return Page();
    }

    private async IAsyncEnumerable<IReadOnlyList<string>> RowsAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var entry in Filter.In(db.Set<AuditEntry>().AsNoTracking(), clock.ToInstant).AsAsyncEnumerable().WithCancellation(cancel))
        {
            var local = clock.ToLocal(entry.At);
            yield return
            [
                French.ShortDay(DateOnly.FromDateTime(local)),
                local.ToString("HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture),
                entry.Person,
                entry.Deed,
                entry.Kind.Title(),
                string.Join(" | ", entry.Changes.Select(change => change.HasValues ? $"{change.What} : {change.Before ?? "rien"} → {change.After ?? "rien"}" : $"{change.What}, modifié")),
            ];
        }
    }
}
