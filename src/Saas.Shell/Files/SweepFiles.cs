using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Saas.Shell.Data;
using Saas.Shell.Jobs;
using Saas.Shell.Retention;
using Saas.Shell.Tenancy;

namespace Saas.Shell.Files;

/// <summary>
/// Every night: rows that no module points at, then bytes that have no row. Both after a delay, because a file is received before
/// anything points at it, and its bytes are written before its row.
/// </summary>
internal sealed class SweepFiles(
    SaasDbContext db,
    ICurrentTenant current,
    IFileBytes bytes,
    IFileScanner scanner,
    IEnumerable<IFilePointers> modules,
    IEnumerable<FilePointersOf> known,
    NightlyWork nights,
    IOptions<FilesOptions> options,
    TimeProvider clock) : ITenantJob
{
    public const string Kind = "shell.sweep-files";

    private const int Batch = 500;

    public async Task RunAsync(Guid id, CancellationToken cancel)
    {
        var before = clock.GetUtcNow() - TimeSpan.FromDays(options.Value.GraceDays);
        await SweepRowsAsync(before, cancel);
        await SweepBytesAsync(before, cancel);
        await AskScannerAsync(cancel);
        if (await db.Set<StoredFile>().AnyAsync(cancel))
        {
            await nights.PlanAsync(Kind, cancel);
        }
    }

    private async Task SweepRowsAsync(DateTimeOffset before, CancellationToken cancel)
    {
        // Files of a module that this node does not know, or that never said what it points at, are nobody's to sweep.
        var names = known.Select(module => module.Module).ToList();
        var last = Guid.Empty;
        List<Guid> batch;
        do
        {
            // One snapshot: a file that passes from one module to another in the meantime is seen at one of the two.
            await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
            batch = await db.Set<StoredFile>()
                .Where(file => file.ReceivedAt < before && names.Contains(file.Module) && file.Id > last)
                .OrderBy(file => file.Id)
                .Take(Batch)
                .Select(file => file.Id)
                .ToListAsync(cancel);
            var abandoned = batch.ToHashSet();
            foreach (var module in batch.Count == 0 ? [] : modules)
            {
                abandoned.ExceptWith(await module.FindAsync(batch, cancel));
            }

            await transaction.CommitAsync(cancel);

            // Apart from the snapshot, which would fail on a file counted in the meantime. What nobody points at, nobody can find either.
            var gone = abandoned.ToList();
            await db.Set<StoredFile>().Where(file => gone.Contains(file.Id)).ExecuteDeleteAsync(cancel);
            last = batch.LastOrDefault();
        }
        while (batch.Count == Batch);
    }

    private async Task SweepBytesAsync(DateTimeOffset before, CancellationToken cancel)
    {
        await foreach (var chunk in bytes.ListAsync($"{current.Tenant.Id:N}/", cancel).Where(kept => kept.KeptAt < before).Chunk(Batch).WithCancellation(cancel))
        {
            var ids = chunk.Select(kept => IdOf(kept.Key)).OfType<Guid>().ToList();
            var rows = (await db.Set<StoredFile>().Where(file => ids.Contains(file.Id)).Select(file => file.Id).ToListAsync(cancel)).ToHashSet();
            foreach (var kept in chunk.Where(kept => IdOf(kept.Key) is { } id && !rows.Contains(id)))
            {
                await bytes.DeleteAsync(kept.Key, cancel);
            }
        }
    }

    /// <summary>Files from before a scanner was configured.</summary>
    private async Task AskScannerAsync(CancellationToken cancel)
    {
        if (!scanner.IsConfigured)
        {
            return;
        }

        var waiting = await db.Set<StoredFile>()
            .Where(file => file.Scan == FileScan.NotScanned && !db.Set<DueWork>().Any(work => work.TenantId == file.TenantId && work.Kind == ScanFile.Kind && work.Id == file.Id))
            .OrderBy(file => file.Id)
            .Take(Batch)
            .Select(file => file.Id)
            .ToListAsync(cancel);
        db.AddRange(waiting.Select(file => new DueWork { TenantId = db.TenantId, Kind = ScanFile.Kind, Id = file, DueAt = clock.GetUtcNow() }));
        await db.SaveChangesAsync(cancel);
    }

    private static Guid? IdOf(string key) => Guid.TryParseExact(key[(key.LastIndexOf('/') + 1)..], "N", out var id) ? id : null;
}
