using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Saas.Contracts.Requests;
using Saas.Shell.Data;

namespace Saas.Modules.Requests.Model;

internal sealed class RequestConfiguration : IEntityTypeConfiguration<Request>
{
    public void Configure(EntityTypeBuilder<Request> request)
    {
        request.ToTable("requests", "requests");
        request.Property(r => r.Answers).IsJson();
        request.Property(r => r.Terms).IsJson();
        request.Property(r => r.Completion).IsJson();

        // Not required of the row: the version before does not write them.
        request.Property(r => r.Channel).HasDefaultValue(RequestChannel.Online);
        request.Property(r => r.EnteredBy).HasDefaultValue("");
        request.Property(r => r.RetentionMonths).HasComputedColumnSql("(terms ->> 'retentionMonths')::integer", stored: true);
        request.Property(r => r.Version).IsConcurrencyToken();
        request.HasIndex(r => new { r.TenantId, r.SourceId }).IsUnique();
        request.HasIndex(r => new { r.TenantId, r.Reference }).IsUnique();
        request.HasIndex(r => new { r.TenantId, r.WaitingSince });
        request.HasIndex(r => new { r.TenantId, r.AssigneeId });
        request.HasIndex(r => new { r.TenantId, r.ReceivedAt });
        request.HasIndex(r => new { r.TenantId, r.ClosedAt });
        request.HasIndex(r => new { r.TenantId, r.DueOn });
        request.HasIndex(r => new { r.TenantId, r.QuarantinedAt });
        request.HasIndex(r => new { r.TenantId, r.Browser, r.ReceivedAt });
        request.Ignore(r => r.Files);
        request.Ignore(r => r.Awaited);
    }
}
