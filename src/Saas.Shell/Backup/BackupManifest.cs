using Saas.Shell.Data;

namespace Saas.Shell.Backup;

/// <summary>What <c>backup.json</c> says of a backup.</summary>
/// <param name="Commune">Null when it is the whole platform.</param>
/// <param name="Unsound">Files whose row was there and whose bytes were missing or not those received.</param>
internal sealed record BackupManifest(
    DateTimeOffset TakenAt,
    BackedUpCommune? Commune,
    IReadOnlyList<AppliedMigration> Migrations,
    IReadOnlyList<BackedUpTable> Tables,
    IReadOnlyList<string> Unsound)
{
    /// <summary>Raised when an older version could no longer read what is written.</summary>
    public int Format { get; init; } = 1;
}

/// <param name="InseeCode">Null for a group.</param>
/// <param name="Siren">Of a group that is an EPCI.</param>
internal sealed record BackedUpCommune(Guid Id, string Slug, string? InseeCode, string? Siren);

/// <param name="Columns">In the order of the file.</param>
internal sealed record BackedUpTable(string Name, IReadOnlyList<string> Columns)
{
    /// <summary>PostgreSQL's binary COPY, compressed.</summary>
    public string File => $"tables/{Name}.copy.gz";
}
