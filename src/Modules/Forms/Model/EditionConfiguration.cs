using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Saas.Shell.Data;

namespace Saas.Modules.Forms.Model;

internal sealed class EditionConfiguration : IEntityTypeConfiguration<Edition>
{
    public void Configure(EntityTypeBuilder<Edition> edition)
    {
        edition.ToTable("editions", "forms");
        edition.BelongsTo(e => e.Form, e => e.FormId);
        edition.Property(e => e.Questions).IsJson();
        edition.Property(e => e.Terms).IsJson();
        edition.HasIndex(e => new { e.TenantId, e.FormId, e.Number }).IsUnique();
    }
}
