using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Saas.Shell.Data;
using Saas.Shell.Tenancy;

namespace Saas.Modules.Site.Model;

/// <summary>A content as it was saved once.</summary>
internal sealed class SavedVersion : ITenantOwned
{
    public SavedVersion(int number, Wording wording, string? savedBy, DateTimeOffset savedAt)
    {
        Number = number;
        Wording = wording;
        SavedBy = savedBy;
        SavedAt = savedAt;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid TenantId { get; private set; }

    public Guid ContentId { get; private set; }

    public int Number { get; private set; }

    public Wording Wording { get; private set; }

    /// <summary>Null: the folder of tenants/.</summary>
    public string? SavedBy { get; private set; }

    public DateTimeOffset SavedAt { get; private set; }
}

internal sealed class SavedVersionConfiguration : IEntityTypeConfiguration<SavedVersion>
{
    public void Configure(EntityTypeBuilder<SavedVersion> version)
    {
        version.ToTable("versions", "site");
        version.Property(v => v.Wording).IsJson();
        version.HasIndex(v => new { v.TenantId, v.ContentId, v.Number }).IsUnique();
    }
}
