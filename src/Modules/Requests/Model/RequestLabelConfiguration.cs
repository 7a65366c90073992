using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Saas.Shell.Data;

namespace Saas.Modules.Requests.Model;

internal sealed class RequestLabelConfiguration : IEntityTypeConfiguration<RequestLabel>
{
    public void Configure(EntityTypeBuilder<RequestLabel> label)
    {
        label.ToTable("request_labels", "requests");
        label.HasKey(l => new { l.TenantId, l.RequestId, l.LabelId });
        label.BelongsTo(l => l.Request, l => l.RequestId);
        label.BelongsTo(l => l.Label, l => l.LabelId);
    }
}
