using Saas.Modules.Site.Model;
using Saas.Shell.Tenancy;
using Saas.Shell.Theming;

namespace Saas.Modules.Site.Tests.Model;

public sealed class PlaceholdersTests
{
    private static readonly SiteFacts Facts = new("Le site est hébergé par Nuage.", "2 juin 2026");

    [Fact]
    public void The_platform_says_who_hosts_and_since_when()
    {
        Assert.Equal("Le site est hébergé par Nuage. 2 juin 2026", Placeholders.InText("{{hebergement}} {{date_ouverture}}", In("Claret"), "claret.test", new SiteSettings(), Facts));
    }

    [Fact]
    public void Each_commune_says_its_own_words()
    {
        var text = Placeholders.InText("Mairie {{de_commune}} : {{telephone}}, {{adresse}}", In("Les Matelles"), "les-matelles.test", Given.OpenOnWeekdays, Facts);

        Assert.Equal("Mairie des Matelles : 04 65 71 10 20, 1 place de l’Église, 34270 Claret", text);
    }

    [Fact]
    public void What_the_commune_wrote_is_never_markup_and_what_it_did_not_say_is_no_unfinished_page()
    {
        var html = Placeholders.InHtml("<p>{{adresse}} {{email}}</p>", In("Claret"), "claret.test", new SiteSettings { Street = "<b>1</b>" }, Facts);

        Assert.Equal("<p>&lt;b&gt;1&lt;/b&gt; (adresse donn&#233;e &#224; l’accueil de la mairie)</p>", html);
    }

    [Fact]
    public void A_group_sends_nobody_to_a_town_hall() => Assert.Equal(
        "de la Communauté de communes du Pays de Lunel (numéro donné à l’accueil de l’intercommunalité) (siège de l’intercommunalité)",
        Placeholders.InText("{{de_commune}} {{telephone}} {{adresse}}", In("Communauté de communes du Pays de Lunel", TenantKind.Group), "lunel.test", new SiteSettings(), Facts));

    private static Here In(string name, TenantKind kind = TenantKind.Commune) => new(new Tenant
    {
        Id = Guid.NewGuid(),
        Kind = kind,
        Slug = "ici",
        Name = name,
        InseeCode = null,
        Departement = "34",
        State = TenantState.Open,
        Look = new Look("littoral", null, null, null, null),
        TimeZone = "Europe/Paris",
    });

    private sealed record Here(Tenant Tenant) : ICurrentTenant
    {
        public Tenant? Found => Tenant;

        public TenantWords Words => TenantWords.Of(Tenant.Kind);
    }
}
