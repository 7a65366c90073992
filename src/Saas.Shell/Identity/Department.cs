using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Saas.Shell.Tenancy;

namespace Saas.Shell.Identity;

/// <summary>A department of the town hall (service): « État civil », « Urbanisme ».</summary>
public sealed class Department(string name) : ITenantOwned
{
    public const int LongestName = 80;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid TenantId { get; private set; }

    public string Name { get; private set; } = name;

    public void Rename(string name) => Name = name;
}

internal sealed class DepartmentConfiguration : IEntityTypeConfiguration<Department>
{
    public void Configure(EntityTypeBuilder<Department> department)
    {
        department.ToTable("departments", "shell");
        department.HasIndex(d => new { d.TenantId, d.Name }).IsUnique();
    }
}
