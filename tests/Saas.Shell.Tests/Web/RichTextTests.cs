using Saas.Shell.Web;

namespace Saas.Shell.Tests.Web;

public sealed class RichTextTests
{
    [Theory]
    [InlineData("<p>Bonjour <strong>à tous</strong></p>", "<p>Bonjour <strong>à tous</strong></p>")]
    [InlineData("<p onclick=\"x()\" style=\"color:red\" class=\"a\">Texte</p>", "<p>Texte</p>")]
    [InlineData("<script>alert(1)</script><p>Texte</p>", "<p>Texte</p>")]
    [InlineData("<a href=\"javascript:alert(1)\">lien</a>", "<a>lien</a>")]
    [InlineData("<a href=\"JaVa&#x09;script:alert(1)\">lien</a>", "<a>lien</a>")]
    [InlineData("<a href=\"//ailleurs.example\">lien</a>", "<a>lien</a>")]
    [InlineData("<a href=\"/\\ailleurs.example\">lien</a>", "<a>lien</a>")]
    [InlineData("<a href=\"/demarches\" target=\"_blank\">lien</a>", "<a href=\"/demarches\">lien</a>")]
    [InlineData("<a href=\"mailto:mairie@claret.test\">écrire</a>", "<a href=\"mailto:mairie@claret.test\">écrire</a>")]
    [InlineData("<h1>Titre</h1>", "<h2>Titre</h2>")]
    [InlineData("<img src=x onerror=alert(1)>après", "après")]
    [InlineData("<svg><script>alert(1)</script></svg>après", "après")]
    [InlineData("<div><section><p>gardé</p></section></div>", "<p>gardé</p>")]
    [InlineData("<math><mtext></mtext><mglyph><style><img src=x onerror=alert(1)></style></mglyph></math>", "")]
    [InlineData("texte < et >", "texte &lt; et &gt;")]
    [InlineData(null, "")]
    public void Only_listed_markup_remains(string? written, string kept) => Assert.Equal(kept, RichText.Clean(written));

    [Fact]
    public void Cleaning_again_changes_nothing()
    {
        var once = RichText.Clean("<h2>Titre</h2><p>Un <a href=\"https://exemple.fr\">lien</a> &amp; <em>mot</em></p><ul><li>a</li></ul>");

        Assert.Equal(once, RichText.Clean(once));
    }

    [Fact]
    public void An_excerpt_ends_at_a_word() => Assert.Equal("Un petit texte…", RichText.Excerpt("<p>Un petit <strong>texte</strong> assez long</p>", 16));
}
