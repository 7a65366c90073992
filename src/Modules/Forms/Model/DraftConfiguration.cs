using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Saas.Shell.Data;

namespace Saas.Modules.Forms.Model;

internal sealed class DraftConfiguration : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> draft)
    {
        draft.ToTable("drafts", "forms");
        draft.BelongsTo(d => d.Form, d => d.FormId);
        draft.BelongsTo(d => d.Edition, d => d.EditionId);
        draft.Property(d => d.Answers).IsJson();
        draft.Property(d => d.Files).IsJson();
        draft.Property(d => d.Completes).IsJson();
        draft.Property(d => d.Version).IsConcurrencyToken();
        draft.HasIndex(d => new { d.TenantId, d.OwnerKeyHash, d.FormId });
        draft.HasIndex(d => new { d.TenantId, d.ResumeTokenHash });
    }
}
