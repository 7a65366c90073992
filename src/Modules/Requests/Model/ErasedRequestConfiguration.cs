using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Saas.Modules.Requests.Model;

internal sealed class ErasedRequestConfiguration : IEntityTypeConfiguration<ErasedRequest>
{
    public void Configure(EntityTypeBuilder<ErasedRequest> erased)
    {
        erased.ToTable("erased_requests", "requests");
        erased.HasIndex(e => new { e.TenantId, e.ErasedAt });
    }
}
