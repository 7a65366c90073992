using Saas.Modules.Site.Model;

namespace Saas.Modules.Site.Tests.Model;

public sealed class PlaceholdersTests
{
    private static readonly SiteFacts Facts = new("Le site est hébergé par Nuage.", "2 juin 2026");

    [Fact]
    public void The_platform_says_who_hosts_and_since_when()
    {
        Assert.Equal("Le site est hébergé par Nuage. 2 juin 2026", Placeholders.InText("{{hebergement}} {{date_ouverture}}", "Claret", "claret.test", new SiteSettings(), Facts));
    }

    [Fact]
    public void Each_commune_says_its_own_words()
    {
        var text = Placeholders.InText("Mairie {{de_commune}} : {{telephone}}, {{adresse}}", "Les Matelles", "les-matelles.test", Given.OpenOnWeekdays, Facts);

        Assert.Equal("Mairie des Matelles : 04 65 71 10 20, 1 place de l’Église, 34270 Claret", text);
    }

    [Fact]
    public void What_the_commune_wrote_is_never_markup_and_what_it_did_not_say_is_no_unfinished_page()
    {
        var html = Placeholders.InHtml("<p>{{adresse}} {{email}}</p>", "Claret", "claret.test", new SiteSettings { Street = "<b>1</b>" }, Facts);

        Assert.Equal("<p>&lt;b&gt;1&lt;/b&gt; (adresse donn&#233;e &#224; l’accueil de la mairie)</p>", html);
    }
}
