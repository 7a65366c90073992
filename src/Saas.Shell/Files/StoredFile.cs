using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Saas.Shell.Tenancy;

namespace Saas.Shell.Files;

/// <summary>A file received. Its bytes are in the file store; this row says whose it is, what it is and how to check it.</summary>
public sealed class StoredFile : ITenantOwned
{
    public required Guid Id { get; init; }

    public Guid TenantId { get; private set; }

    /// <summary>Module that keeps it; part of its place in the store.</summary>
    public required string Module { get; init; }

    /// <summary>As its sender called it: shown, never used as a path.</summary>
    public required string Name { get; init; }

    /// <summary>Found from the content, whatever the sender said.</summary>
    public required string ContentType { get; init; }

    public required long Size { get; init; }

    /// <summary>SHA-256, hexadecimal.</summary>
    public required string Checksum { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public FileScan Scan { get; private set; } = FileScan.NotScanned;

    /// <summary>What the scanner calls what it found.</summary>
    public string? Finding { get; private set; }

    /// <summary>Its place in the store; nothing of it comes from outside.</summary>
    internal string Key => KeyOf(TenantId, Module, Id);

    internal static string KeyOf(Guid tenant, string module, Guid id) => $"{tenant:N}/{module}/{id:N}";

    internal void Note(FileScan scan, string? finding)
    {
        Scan = scan;
        Finding = finding;
    }
}

/// <summary>What is known of a file's content.</summary>
public enum FileScan
{
    /// <summary>No scanner was configured when it came.</summary>
    NotScanned,

    /// <summary>The scanner could not be asked yet: not served until it was.</summary>
    Pending,
    Clean,
    Infected,
}

internal sealed class StoredFileConfiguration : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> file)
    {
        file.ToTable("stored_files", "shell");
        file.Ignore(f => f.Key);
        file.Property(f => f.Scan).HasDefaultValue(FileScan.NotScanned).HasSentinel(FileScan.NotScanned);
        file.HasIndex(f => new { f.TenantId, f.ReceivedAt });
    }
}
