using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Saas.Contracts.Requests;
using Saas.Shell.Data;
using Saas.Shell.Tenancy;

namespace Saas.Modules.Forms.Model;

/// <summary>A ready model that every commune, or every group, may start a form from. Filled from tenants/_commune/forms and tenants/_groupe/forms at deployment.</summary>
[SharedByAllTenants("the blueprint is one for all communes; a commune stores what it makes of it")]
internal sealed class StarterForm
{
    public required TenantKind Kind { get; init; }

    public required string Slug { get; init; }

    public required string Title { get; set; }

    public required string Summary { get; set; }

    public required string Introduction { get; set; }

    public required IReadOnlyList<Question> Questions { get; set; }

    public required ProcedureTerms Terms { get; set; }
}

internal sealed class StarterFormConfiguration : IEntityTypeConfiguration<StarterForm>
{
    public void Configure(EntityTypeBuilder<StarterForm> starter)
    {
        starter.ToTable("starter_forms", "forms");
        starter.HasKey(s => new { s.Kind, s.Slug });
        starter.Property(s => s.Questions).IsJson();
        starter.Property(s => s.Terms).IsJson();
    }
}
