using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Saas.Shell.Data;

namespace Saas.Modules.Requests.Model;

internal sealed class BulkActConfiguration : IEntityTypeConfiguration<BulkAct>
{
    public void Configure(EntityTypeBuilder<BulkAct> act)
    {
        act.ToTable("bulk_acts", "requests");
        act.Property(a => a.Done).IsJson();
        act.Property(a => a.LeftAside).IsJson();
        act.Property(a => a.Mails).IsJson();
        act.HasIndex(a => new { a.TenantId, a.At });
        act.Ignore(a => a.UndoableUntil);
    }
}
