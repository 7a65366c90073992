using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Saas.Shell.Data;
using Saas.Shell.Tenancy;

namespace Saas.Modules.Site.Model;

/// <summary>One table for all kinds: what they have in common is searched, listed and purged as one.</summary>
internal sealed class ContentConfiguration : IEntityTypeConfiguration<Content>, IEntityTypeConfiguration<Page>, IEntityTypeConfiguration<NewsItem>, IEntityTypeConfiguration<Event>, IEntityTypeConfiguration<Alert>, IEntityTypeConfiguration<DirectoryEntry>, IEntityTypeConfiguration<CouncilMember>, IEntityTypeConfiguration<CouncilSession>, IEntityTypeConfiguration<CanteenWeek>, IEntityTypeConfiguration<WasteRound>, IEntityTypeConfiguration<RoadWorks>
{
    /// <summary>An address is free again once its content is in the bin.</summary>
    private const string NotInBin = "deleted_at is null";

    /// <summary>The column that says which kind a row is.</summary>
    internal const string KindName = "KindName";

    /// <summary>
    /// Kinds share the columns that bear the same name: a day, a place. What a kind says and no query asks for is in one of them, <c>facts</c>, as JSON.
    /// </summary>
    public void Configure(EntityTypeBuilder<Content> content)
    {
        content.ToTable("contents", "site");
        content.Property<string>(KindName).HasColumnType("text");
        content.HasDiscriminator<string>(KindName)
            .HasValue<Page>(ContentKind.Page.Name).HasValue<NewsItem>(ContentKind.News.Name).HasValue<Event>(ContentKind.Event.Name)
            .HasValue<Alert>(ContentKind.Alert.Name).HasValue<DirectoryEntry>(ContentKind.Directory.Name)
            .HasValue<CouncilMember>(ContentKind.Member.Name).HasValue<CouncilSession>(ContentKind.Session.Name)
            .HasValue<CanteenWeek>(ContentKind.Menu.Name).HasValue<WasteRound>(ContentKind.Waste.Name).HasValue<RoadWorks>(ContentKind.Works.Name);
        content.Ignore(c => c.Kind).Ignore(c => c.Wording).Ignore(c => c.Dates);
        content.HasIndex(nameof(ITenantOwned.TenantId), KindName, nameof(Content.Slug)).IsUnique().HasFilter(NotInBin);
        content.HasIndex(nameof(ITenantOwned.TenantId), KindName, nameof(Content.PublishedAt));
        content.HasIndex(nameof(ITenantOwned.TenantId), KindName, nameof(Content.LastOn));
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

    public void Configure(EntityTypeBuilder<Event> happening) => happening.Ignore(e => e.Timing);

    public void Configure(EntityTypeBuilder<Alert> alert)
    {
    }

    public void Configure(EntityTypeBuilder<DirectoryEntry> entry) => entry.Property(e => e.Facts).IsJson();

    public void Configure(EntityTypeBuilder<CouncilMember> member) => member.Property(m => m.Facts).IsJson();

    public void Configure(EntityTypeBuilder<CouncilSession> session) => session.Ignore(s => s.When);

    public void Configure(EntityTypeBuilder<CanteenWeek> week) => week.Property(w => w.Facts).IsJson();

    public void Configure(EntityTypeBuilder<WasteRound> round)
    {
        round.Ignore(r => r.Timing);
        round.Property(r => r.Facts).IsJson();
    }

    public void Configure(EntityTypeBuilder<RoadWorks> works) => works.Property(w => w.Facts).IsJson();
}
