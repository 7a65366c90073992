using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Saas.Shell.Data;
using Saas.Shell.Tenancy;

namespace Saas.Shell.Web;

/// <summary>What someone was sending when their sign-in had expired, until they are signed in again.</summary>
internal sealed class KeptPost : ITenantOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid TenantId { get; private set; }

    public required byte[] KeyHash { get; init; }

    /// <summary>Path and query of the form.</summary>
    public required string Address { get; init; }

    public required Dictionary<string, string[]> Fields { get; init; }

    public required DateTimeOffset KeptAt { get; init; }
}

internal sealed class KeptPostConfiguration : IEntityTypeConfiguration<KeptPost>
{
    public void Configure(EntityTypeBuilder<KeptPost> kept)
    {
        kept.ToTable("kept_posts", "shell");
        kept.Property(k => k.Fields).IsJson();
        kept.HasIndex(k => new { k.TenantId, k.KeyHash }).IsUnique();
    }
}
