using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Saas.Shell.Identity;
using Saas.Shell.Tenancy;

namespace Saas.Shell.Web;

/// <summary>What someone was sending when their sign-in had expired, until they are signed in again.</summary>
internal sealed class KeptPost : ITenantOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid TenantId { get; private set; }

    /// <summary>Whose session it was: nobody else sees it.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>Path and query of the form.</summary>
    public required string Address { get; init; }

    /// <summary>Encrypted, for this commune and this person; read by <see cref="KeptPosts"/>.</summary>
    public required byte[] Content { get; init; }

    public required DateTimeOffset KeptAt { get; init; }
}

internal sealed class KeptPostConfiguration : IEntityTypeConfiguration<KeptPost>
{
    public void Configure(EntityTypeBuilder<KeptPost> kept)
    {
        kept.ToTable("kept_posts", "shell");
        kept.HasOne<Account>().WithMany().HasForeignKey(k => k.AccountId).OnDelete(DeleteBehavior.ClientNoAction);
    }
}
