using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Model;

/// <summary>A page every commune, or every group, has from its first day, written once for all with placeholders such as <c>{{commune}}</c>.</summary>
[SharedByAllTenants("the blueprint is one for all communes and names none; a commune stores only what it changed")]
internal sealed class StarterPage
{
    public required TenantKind Kind { get; init; }

    public required string Slug { get; init; }

    public string Title { get; private set; } = "";

    public string Body { get; private set; } = "";

    public int? MenuOrder { get; private set; }

    /// <summary>Grows when the blueprint changes this page.</summary>
    public int Version { get; private set; }

    /// <summary>Writing the same again changes nothing.</summary>
    public void Write(string title, string body, int? menuOrder)
    {
        var clean = RichText.Clean(body);
        if ((Title, Body, MenuOrder) != (title, clean, menuOrder))
        {
            (Title, Body, MenuOrder) = (title, clean, menuOrder);
            Version++;
        }
    }
}

internal sealed class StarterPageConfiguration : IEntityTypeConfiguration<StarterPage>
{
    public void Configure(EntityTypeBuilder<StarterPage> page)
    {
        page.ToTable("starter_pages", "site");
        page.HasKey(p => new { p.Kind, p.Slug });
    }
}
