using Microsoft.Extensions.Options;
using Saas.Shell.Files;
using Saas.Shell.Web;

namespace Saas.Shell.Backup;

/// <summary>Puts files back into the store, those that lie there unharmed excepted. Before their rows: what has no row is swept.</summary>
internal sealed class RestoreFiles(IFileBytes bytes, IOptions<DataOptions> data)
{
    /// <param name="rename">Where a file lies in this platform's store.</param>
    public async Task<int> RunAsync(BackupFolder backup, Func<string, string> rename, CancellationToken cancel)
    {
        var restored = 0;
        var incoming = Directory.CreateDirectory(Path.Combine(data.Value.Folder, "incoming")).FullName;
        foreach (var key in backup.FileKeys)
        {
            if (await IsThereAsync(rename(key), backup.ChecksumOf(key), cancel))
            {
                continue;
            }

            var path = Path.Combine(incoming, $"{Guid.NewGuid():N}");
            try
            {
                await using (var source = backup.OpenFile(key))
                await using (var target = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 65_536, useAsync: true))
                {
                    await source.CopyToAsync(target, cancel);
                    await target.FlushAsync(cancel);
                    target.Flush(flushToDisk: true);
                }

                await bytes.DeleteAsync(rename(key), cancel);
                await bytes.KeepAsync(rename(key), path, cancel);
            }
            finally
            {
                File.Delete(path);
            }

            restored++;
        }

        return restored;
    }

    private async Task<bool> IsThereAsync(string key, string checksum, CancellationToken cancel)
    {
        await using var content = await bytes.OpenAsync(key, cancel);
        return content is not null && Convert.ToHexStringLower(await System.Security.Cryptography.SHA256.HashDataAsync(content, cancel)) == checksum;
    }
}
