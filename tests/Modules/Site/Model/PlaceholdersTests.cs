using Saas.Modules.Site.Model;

namespace Saas.Modules.Site.Tests.Model;

public sealed class PlaceholdersTests
{
    [Fact]
    public void Each_commune_says_its_own_words()
    {
        var text = Placeholders.InText("Mairie {{de_commune}} : {{telephone}}, {{adresse}}", "Les Matelles", "les-matelles.test", Given.OpenOnWeekdays);

        Assert.Equal("Mairie des Matelles : 04 65 71 10 20, 1 place de l’Église, 34270 Claret", text);
    }

    [Fact]
    public void What_the_commune_wrote_is_never_markup_and_what_it_did_not_say_is_asked_for()
    {
        var html = Placeholders.InHtml("<p>{{adresse}} {{email}}</p>", "Claret", "claret.test", new SiteSettings { Street = "<b>1</b>" });

        Assert.Equal("<p>&lt;b&gt;1&lt;/b&gt; (&#224; compl&#233;ter par la mairie)</p>", html);
    }
}
