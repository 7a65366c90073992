using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Saas.Shell.Data;

namespace Saas.Modules.Requests.Model;

internal sealed class OpinionConfiguration : IEntityTypeConfiguration<Opinion>
{
    public void Configure(EntityTypeBuilder<Opinion> opinion)
    {
        opinion.ToTable("opinions", "requests");
        opinion.BelongsTo(o => o.Request, o => o.Id);
    }
}
