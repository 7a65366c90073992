using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using Npgsql;

namespace Saas.Shell.Backup;

/// <summary>
/// A finished backup: <c>backup.json</c>, <c>tables/</c>, <c>files/</c> as the file store keys them, and <c>checksums</c>, which
/// <c>sha256sum --check</c> reads too.
/// </summary>
internal sealed partial class BackupFolder
{
    internal const string Manifest = "backup.json";

    internal const string Checksums = "checksums";

    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private readonly string _path;
    private readonly Dictionary<string, string> _checksums;

    private BackupFolder(string path, BackupManifest manifest, Dictionary<string, string> checksums)
    {
        _path = path;
        _checksums = checksums;
        Contents = manifest;
    }

    public BackupManifest Contents { get; }

    /// <summary>Files of the store, by key.</summary>
    public IEnumerable<string> FileKeys => _checksums.Keys.Where(name => name.StartsWith("files/", StringComparison.Ordinal)).Select(name => name["files/".Length..]);

    /// <summary>Opens it once every byte was found to be what was written.</summary>
    public static async Task<BackupFolder> OpenAsync(string path, CancellationToken cancel)
    {
        if (!File.Exists(Path.Combine(path, Manifest)) || !File.Exists(Path.Combine(path, Checksums)))
        {
            throw new InvalidOperationException($"{path} is not a backup, or one that was not finished.");
        }

        var checksums = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var line in File.ReadLinesAsync(Path.Combine(path, Checksums), cancel))
        {
            if (Line().Match(line) is not { Success: true } match || match.Groups["name"].Value.Split('/').Contains(".."))
            {
                throw new InvalidOperationException($"{path} has a line of checksums that says nothing: {line}");
            }

            checksums[match.Groups["name"].Value] = match.Groups["hash"].Value;
        }

        foreach (var (name, expected) in checksums)
        {
            if (await ChecksumAsync(Path.Combine(path, name), cancel) != expected)
            {
                throw new InvalidOperationException($"{name} of {path} is not what was written. Nothing was restored: take another backup.");
            }
        }

        await using var json = File.OpenRead(Path.Combine(path, Manifest));
        var manifest = await JsonSerializer.DeserializeAsync<BackupManifest>(json, Json, cancel);
        return manifest is { Format: 1 } && checksums.ContainsKey(Manifest) && manifest.Tables.All(table => checksums.ContainsKey(table.File))
            ? new BackupFolder(path, manifest, checksums)
            : throw new InvalidOperationException($"{path} was written by another version of this application.");
    }

    public string ChecksumOf(string key) => _checksums[$"files/{key}"];

    public Stream OpenFile(string key) => Open($"files/{key}");

    public async Task CopyIntoAsync(NpgsqlConnection connection, BackedUpTable table, string target, CancellationToken cancel)
    {
        await using var source = new GZipStream(Open(table.File), CompressionMode.Decompress);
        await using var copy = await connection.BeginRawBinaryCopyAsync($"copy {target} ({string.Join(", ", table.Columns)}) from stdin (format binary)", cancel);
        await source.CopyToAsync(copy, cancel);
    }

    internal static async Task<string?> ChecksumAsync(string path, CancellationToken cancel)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        await using var content = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 65_536, useAsync: true);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancel));
    }

    private FileStream Open(string name) => new(Path.Combine(_path, name), FileMode.Open, FileAccess.Read, FileShare.Read, 65_536, useAsync: true);

    [GeneratedRegex("^(?<hash>[0-9a-f]{64})  (?<name>[A-Za-z0-9_.-]+(/[A-Za-z0-9_.\"-]+)*)$")]
    private static partial Regex Line();
}
