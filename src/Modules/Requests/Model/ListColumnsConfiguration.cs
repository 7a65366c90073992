using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Saas.Shell.Data;

namespace Saas.Modules.Requests.Model;

internal sealed class ListColumnsConfiguration : IEntityTypeConfiguration<ListColumns>
{
    public void Configure(EntityTypeBuilder<ListColumns> columns)
    {
        columns.ToTable("list_columns", "requests");
        columns.Property(c => c.Columns).IsJson();
    }
}
