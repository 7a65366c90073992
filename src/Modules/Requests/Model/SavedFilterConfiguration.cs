using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Saas.Shell.Data;

namespace Saas.Modules.Requests.Model;

internal sealed class SavedFilterConfiguration : IEntityTypeConfiguration<SavedFilter>
{
    public void Configure(EntityTypeBuilder<SavedFilter> filter)
    {
        filter.ToTable("saved_filters", "requests");
        filter.Property(f => f.Filter).IsJson();
        filter.HasIndex(f => new { f.TenantId, f.OwnerId, f.Name }).IsUnique();
    }
}
