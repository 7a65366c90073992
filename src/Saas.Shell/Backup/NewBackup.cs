using System.Security.Cryptography;
using System.Text.Json;

namespace Saas.Shell.Backup;

/// <summary>A backup being written, beside the place it will have: it takes its name once everything is on the disk, or is never there.</summary>
internal sealed class NewBackup : IAsyncDisposable
{
    private readonly string _path;
    private readonly string _partial;
    private readonly StreamWriter _checksums;

    public NewBackup(string path)
    {
        _path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (File.Exists(_path) || Directory.Exists(_path))
        {
            throw new InvalidOperationException($"{_path} is there already. Name a folder that is not.");
        }

        _partial = $"{_path}.unfinished-{Guid.NewGuid():N}";
        Directory.CreateDirectory(_partial);
        if (!OperatingSystem.IsWindows())
        {
            // It holds what residents wrote, and the keys.
            File.SetUnixFileMode(_partial, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        _checksums = new StreamWriter(Path.Combine(_partial, BackupFolder.Checksums)) { NewLine = "\n" };
    }

    /// <summary>The checksum of what was written.</summary>
    public async Task<string> AddAsync(string name, Func<Stream, Task> write, CancellationToken cancel)
    {
        var path = Path.Combine(_partial, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var hash = SHA256.Create();
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 65_536, useAsync: true);
        await using (var hashed = new CryptoStream(file, hash, CryptoStreamMode.Write, leaveOpen: true))
        {
            await write(hashed);
        }

        await file.FlushAsync(cancel);
        file.Flush(flushToDisk: true);
        var checksum = Convert.ToHexStringLower(hash.Hash!);
        await _checksums.WriteLineAsync($"{checksum}  {name}".AsMemory(), cancel);
        return checksum;
    }

    public async Task FinishAsync(BackupManifest manifest, CancellationToken cancel)
    {
        await AddAsync(BackupFolder.Manifest, stream => JsonSerializer.SerializeAsync(stream, manifest, BackupFolder.Json, cancel), cancel);
        await _checksums.FlushAsync(cancel);
        ((FileStream)_checksums.BaseStream).Flush(flushToDisk: true);
        await _checksums.DisposeAsync();
        Directory.Move(_partial, _path);
    }

    public async ValueTask DisposeAsync()
    {
        await _checksums.DisposeAsync();
        if (Directory.Exists(_partial))
        {
            Directory.Delete(_partial, recursive: true);
        }
    }
}
