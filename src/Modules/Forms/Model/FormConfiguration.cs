using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Saas.Shell.Data;

namespace Saas.Modules.Forms.Model;

internal sealed class FormConfiguration : IEntityTypeConfiguration<Form>
{
    public void Configure(EntityTypeBuilder<Form> form)
    {
        form.ToTable("forms", "forms");
        form.Property(f => f.Questions).IsJson();
        form.Property(f => f.LastRemoved).IsJson();
        form.Property(f => f.Terms).IsJson();
        form.Property(f => f.Version).IsConcurrencyToken();
        form.HasIndex(f => new { f.TenantId, f.Slug }).IsUnique();
    }
}
