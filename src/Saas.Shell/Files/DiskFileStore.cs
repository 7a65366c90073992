using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Saas.Shell.Data;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Shell.Files;

/// <summary>Files under <c>files/tenant/module/id</c> of the data folder.</summary>
internal sealed class DiskFileStore(SaasDbContext db, ICurrentTenant current, IOptions<DataOptions> data, TimeProvider clock) : IFileStore
{
    public async Task<ReceivedFile> SaveAsync(string module, string name, Stream content, FileLimits limits, CancellationToken cancel)
    {
        // A body is read so far only: a larger limit would take the beginning of a file for the whole.
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limits.MostBytes, SentBody.LargestFile);
        var id = Guid.CreateVersion7();
        var shown = ShownName(name);
        var path = PathOf(module, id);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var (size, checksum, start) = await WriteAsync(path, content, limits.MostBytes, cancel);
        if (Refusal(shown, size, start, limits) is { } refusal)
        {
            File.Delete(path);
            return new ReceivedFile(null, refusal);
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
        db.Add(file);
        return new ReceivedFile(file, null);
    }

    public async Task<Stream?> OpenAsync(Guid id, CancellationToken cancel)
    {
        var file = await db.Set<StoredFile>().AsNoTracking().SingleOrDefaultAsync(f => f.Id == id, cancel);
        return file is null ? null : new FileStream(PathOf(file.Module, file.Id), FileMode.Open, FileAccess.Read, FileShare.Read, 65_536, useAsync: true);
    }

    private static string? Refusal(string name, long size, byte[] start, FileLimits limits)
    {
        var accepted = string.Join(", ", limits.Types.Select(ContentTypes.Title));
        if (size == 0)
        {
            return $"« {name} » est vide : il n’a pas été gardé. Choisissez-le à nouveau.";
        }

        if (size > limits.MostBytes)
        {
            return $"« {name} » est trop lourd : {French.Size(limits.MostBytes)} au plus. Il n’a pas été gardé.";
        }

        return ContentTypes.Find(start, name) is { } type && limits.Types.Contains(type)
            ? null
            : $"« {name} » n’est pas d’un type accepté ({accepted}). Il n’a pas été gardé.";
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

    private static string ShownName(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var clean = new string(last.Where(letter => !char.IsControl(letter)).ToArray()).Trim();
        return clean.Length == 0 ? "fichier" : clean.Length <= 120 ? clean : clean[..80] + "…" + clean[^30..];
    }

    private string PathOf(string module, Guid id) =>
        Path.Combine(data.Value.Folder, "files", current.Tenant.Id.ToString("N"), module, id.ToString("N"));
}
