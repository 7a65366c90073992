using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Saas.Shell.Data;
using Saas.Shell.Jobs;
using Saas.Shell.Retention;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Shell.Files;

/// <summary>
/// Takes a file in by way of this node's disk: there it is measured and looked at, whole, before any store has it; memory holds one
/// buffer whatever the size.
/// </summary>
internal sealed class FileStore(
    SaasDbContext db,
    ICurrentTenant current,
    IFileBytes bytes,
    IFileScanner scanner,
    NightlyWork nights,
    IOptions<DataOptions> data,
    IOptions<FilesOptions> options,
    TimeProvider clock) : IFileStore
{
    private const string NotYet = "Ce fichier n’a pas encore été vérifié par l’antivirus. Réessayez dans quelques minutes.";

    public async Task<ReceivedFile> SaveAsync(string module, string name, Stream content, FileLimits limits, CancellationToken cancel)
    {
        var id = Guid.CreateVersion7();
        var shown = FileNames.Shown(name);
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(data.Value.Folder, "incoming")).FullName, id.ToString("N"));
        try
        {
            var (size, checksum, start) = await WriteAsync(path, content, limits.MostBytes, cancel);
            if ((Refusal(shown, size, start, limits) ?? await FullAsync(shown, size, cancel)) is { } refusal)
            {
                return new ReceivedFile(null, refusal);
            }

            var scan = await ScanAsync(path, cancel);
            if (scan.Scan == FileScan.Infected)
            {
                return new ReceivedFile(null, $"« {shown} » contient un virus ({scan.Finding}) : il n’a pas été gardé. Ne l’ouvrez pas, et faites vérifier votre appareil.");
            }

            var file = new StoredFile
            {
                Id = id,
                Module = module,
                Name = shown,
                ContentType = ContentTypes.Find(start, shown)!,
                Size = size,
                Checksum = checksum,
                ReceivedAt = clock.GetUtcNow(),
            };
            file.Note(scan.Scan, finding: null);
            db.Add(file);
            await bytes.KeepAsync(file.Key, path, cancel);
            if (scan.Scan == FileScan.Pending)
            {
                db.Add(new DueWork { TenantId = db.TenantId, Kind = ScanFile.Kind, Id = id, DueAt = file.ReceivedAt });
            }

            await nights.PlanAsync(SweepFiles.Kind, cancel);
            return new ReceivedFile(file, null);
        }
        finally
        {
            File.Delete(path);
        }
    }

    public async Task<OpenedFile?> OpenAsync(Guid id, CancellationToken cancel)
    {
        var file = await db.Set<StoredFile>().AsNoTracking().SingleOrDefaultAsync(f => f.Id == id, cancel);
        if (file is null)
        {
            return null;
        }

        var scan = file.Scan is FileScan.NotScanned or FileScan.Pending && scanner.IsConfigured
            ? await ScanKeptAsync(file, cancel)
            : new ScanResult(file.Scan, file.Finding);
        return scan.Scan switch
        {
            FileScan.Infected => new OpenedFile(null, $"« {file.Name} » contient un virus ({scan.Finding}) : il n’est pas remis. Demandez à la personne de l’envoyer autrement."),
            FileScan.Pending when scanner.IsConfigured => new OpenedFile(null, NotYet),
            _ => await bytes.OpenAsync(file.Key, cancel) is { } content ? new OpenedFile(content, null) : null,
        };
    }

    private async Task<ScanResult> ScanAsync(string path, CancellationToken cancel)
    {
        await using var content = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 65_536, useAsync: true);
        return await scanner.ScanAsync(content, cancel);
    }

    /// <summary>One from before, or that the scanner could not be asked about: looked at before it is served; the job notes it.</summary>
    private async Task<ScanResult> ScanKeptAsync(StoredFile file, CancellationToken cancel)
    {
        await using var content = await bytes.OpenAsync(file.Key, cancel);
        return content is null ? new ScanResult(file.Scan, null) : await scanner.ScanAsync(content, cancel);
    }

    private async Task<string?> FullAsync(string name, long size, CancellationToken cancel)
    {
        var tenant = current.Tenant.Id;
        var used = await db.Set<FileUsage>().Where(usage => usage.TenantId == tenant).Select(usage => usage.Bytes).SingleOrDefaultAsync(cancel);
        return used + size <= options.Value.MostBytesPerCommune
            ? null
            : $"« {name} » n’a pas été gardé : la place réservée à {current.Words.Body} est pleine. Prévenez {current.Words.House}.";
    }

    private static string? Refusal(string name, long size, byte[] start, FileLimits limits)
    {
        var accepted = string.Join(", ", limits.Types.Select(ContentTypes.Title));
        if (size == 0)
        {
            return $"« {name} » est vide : il n’a pas été gardé. Choisissez-le à nouveau.";
        }

        if (size > limits.MostBytes)
        {
            return $"« {name} » est trop lourd : {French.Size(limits.MostBytes)} au plus. Il n’a pas été gardé.";
        }

        return ContentTypes.Find(start, name) is { } type && limits.Types.Contains(type)
            ? null
            : $"« {name} » n’est pas d’un type accepté ({accepted}). Il n’a pas été gardé.";
    }

    /// <summary>One byte more than the limit is read, never a gigabyte.</summary>
    private static async Task<(long Size, string Checksum, byte[] Start)> WriteAsync(string path, Stream content, long most, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var target = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 65_536, useAsync: true);
        var buffer = new byte[65_536];
        var start = Array.Empty<byte>();
        long size = 0;
        int read;
        while (size <= most && (read = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancel)) > 0)
        {
            if (size == 0)
            {
                start = buffer[..Math.Min(read, ContentTypes.Needed)];
            }

            hash.AppendData(buffer, 0, read);
            await target.WriteAsync(buffer.AsMemory(0, read), cancel);
            size += read;
        }

        // What is acknowledged is on the disk.
        await target.FlushAsync(cancel);
        target.Flush(flushToDisk: true);
        return (size, Convert.ToHexStringLower(hash.GetHashAndReset()), start);
    }
}
