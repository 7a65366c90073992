using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Saas.Shell.Data;

namespace Saas.Modules.Requests.Model;

internal sealed class PlannedErasureConfiguration : IEntityTypeConfiguration<PlannedErasure>
{
    public void Configure(EntityTypeBuilder<PlannedErasure> erasure)
    {
        erasure.ToTable("planned_erasures", "requests");
        erasure.BelongsTo(e => e.Request, e => e.Id);
        erasure.HasIndex(e => new { e.TenantId, e.EraseOn });
    }
}
