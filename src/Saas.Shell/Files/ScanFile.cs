using Microsoft.EntityFrameworkCore;
using Saas.Shell.Data;
using Saas.Shell.Jobs;

namespace Saas.Shell.Files;

/// <summary>Looks at a file that could not be looked at when it came. Until then it is not served.</summary>
internal sealed class ScanFile(SaasDbContext db, IFileBytes bytes, IFileScanner scanner) : ITenantJob
{
    public const string Kind = "shell.scan-file";

    public async Task RunAsync(Guid id, CancellationToken cancel)
    {
        var file = await db.Set<StoredFile>().SingleOrDefaultAsync(f => f.Id == id, cancel);
        if (file is null or { Scan: FileScan.Clean or FileScan.Infected } || !scanner.IsConfigured)
        {
            return;
        }

        await using var content = await bytes.OpenAsync(file.Key, cancel);
        if (content is null)
        {
            return;
        }

        var result = await scanner.ScanAsync(content, cancel);
        if (result.Scan == FileScan.Pending)
        {
            throw new FileNotScannedException();
        }

        file.Note(result.Scan, result.Finding);
        await db.SaveChangesAsync(cancel);
        if (result.Scan == FileScan.Infected)
        {
            await bytes.DeleteAsync(file.Key, cancel);
        }
    }
}

/// <summary>The scanner did not answer: it is asked again, later and later, as all work that fails.</summary>
internal sealed class FileNotScannedException() : Exception("The scanner of files does not answer.");
