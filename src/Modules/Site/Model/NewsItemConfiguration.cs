using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Saas.Modules.Site.Model;

internal sealed class NewsItemConfiguration : IEntityTypeConfiguration<NewsItem>
{
    public void Configure(EntityTypeBuilder<NewsItem> news)
    {
        news.ToTable("news", "site");
        news.HasIndex(n => new { n.TenantId, n.Slug }).IsUnique();
        news.HasIndex(n => new { n.TenantId, n.PublishedAt });
        news.Property(n => n.Version).IsConcurrencyToken();
    }
}
