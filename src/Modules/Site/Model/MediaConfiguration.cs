using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Saas.Modules.Site.Model;

internal sealed class MediaConfiguration : IEntityTypeConfiguration<Media>, IEntityTypeConfiguration<MediaFile>
{
    public void Configure(EntityTypeBuilder<Media> media)
    {
        media.ToTable("medias", "site");
        media.Ignore(m => m.Shown);
        media.HasIndex(m => new { m.TenantId, m.Checksum }).IsUnique().HasFilter("deleted_at is null");
        media.HasIndex(m => new { m.TenantId, m.AddedAt });
        media.HasMany(m => m.Files).WithOne()
            .HasForeignKey(f => new { f.TenantId, f.MediaId })
            .HasPrincipalKey(m => new { m.TenantId, m.Id })
            .OnDelete(DeleteBehavior.ClientNoAction);
    }

    public void Configure(EntityTypeBuilder<MediaFile> file)
    {
        file.ToTable("media_files", "site");
        file.HasIndex(f => new { f.TenantId, f.MediaId, f.Name }).IsUnique();
    }
}
