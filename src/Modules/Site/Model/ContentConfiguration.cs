using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Saas.Shell.Data;
using Saas.Shell.Tenancy;

namespace Saas.Modules.Site.Model;

/// <summary>One table for all kinds: what they have in common is searched, listed and purged as one.</summary>
internal sealed class ContentConfiguration : IEntityTypeConfiguration<Content>, IEntityTypeConfiguration<Page>, IEntityTypeConfiguration<NewsItem>, IEntityTypeConfiguration<Event>, IEntityTypeConfiguration<Alert>
{
    /// <summary>An address is free again once its content is in the bin.</summary>
    private const string NotInBin = "deleted_at is null";

    private const string KindName = "KindName";

    public void Configure(EntityTypeBuilder<Content> content)
    {
        content.ToTable("contents", "site");
        content.Property<string>(KindName).HasColumnType("text");
        content.HasDiscriminator<string>(KindName).HasValue<Page>("page").HasValue<NewsItem>("news").HasValue<Event>("event").HasValue<Alert>("alert");
        content.Ignore(c => c.Kind).Ignore(c => c.Wording).Ignore(c => c.Dates);
        content.HasIndex(nameof(ITenantOwned.TenantId), KindName, nameof(Content.Slug)).IsUnique().HasFilter(NotInBin);
        content.HasIndex(nameof(ITenantOwned.TenantId), KindName, nameof(Content.PublishedAt));
        content.HasIndex(c => new { c.TenantId, c.PreviewKey }).IsUnique();
        content.Property(c => c.Version).IsConcurrencyToken();
        content.BelongsTo(c => c.Picture, c => c.PictureId);
        content.HasMany(c => c.Versions).WithOne()
            .HasForeignKey(v => new { v.TenantId, v.ContentId })
            .HasPrincipalKey(c => new { c.TenantId, c.Id })
            .OnDelete(DeleteBehavior.ClientNoAction);
    }

    // Not required of the row: the version before does not write it.
    public void Configure(EntityTypeBuilder<Page> page) => page.Property(p => p.Keywords).HasDefaultValue("");

    public void Configure(EntityTypeBuilder<NewsItem> news)
    {
    }

    public void Configure(EntityTypeBuilder<Event> happening)
    {
        happening.Ignore(e => e.Timing);
        happening.HasIndex(nameof(ITenantOwned.TenantId), KindName, nameof(Event.LastOn));
    }

    public void Configure(EntityTypeBuilder<Alert> alert)
    {
    }
}
