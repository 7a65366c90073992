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

    private const string Media = "/medias/01920000-0000-7000-8000-000000000001";

    [Theory]
    [InlineData($"<figure><img src=\"{Media}/960.webp\" alt=\"La place\"></figure>", $"<figure><img src=\"{Media}/960.webp\" alt=\"La place\" loading=\"lazy\"></figure>")]
    [InlineData($"<figure><img src=\"{Media}/960.webp\" onerror=\"x()\" style=\"y\" width=\"960\" height=\"x\"><figcaption>Mots</figcaption></figure>", $"<figure><img src=\"{Media}/960.webp\" width=\"960\" alt=\"\" loading=\"lazy\"><figcaption>Mots</figcaption></figure>")]
    [InlineData($"<figure><img src=\"https://ailleurs.example{Media}/960.webp\"><figcaption>Mots</figcaption></figure>", "Mots")]
    [InlineData($"<figure><img src=\"//ailleurs.example{Media}/960.webp\"></figure>", "")]
    [InlineData($"<figure><img src=\"{Media}/../960.webp\"></figure>", "")]
    [InlineData($"<figure><img src=\"{Media}/dessin.svg\"></figure>", "")]
    [InlineData("<figure><img src=\"data:image/png;base64,AAAA\"></figure>", "")]
    [InlineData($"<p><img src=\"{Media}/960.webp\"></p>", "<p></p>")]
    [InlineData($"<figure><img src=\"{Media}/960.webp\" srcset=\"{Media}/480.webp 480w, https://ailleurs.example/x.webp 960w\"></figure>", $"<figure><img src=\"{Media}/960.webp\" alt=\"\" loading=\"lazy\"></figure>")]
    public void Pictures_are_those_of_the_library_alone(string written, string kept) => Assert.Equal(kept, RichText.Clean(written, withPictures: true));

    [Fact]
    public void A_text_without_pictures_keeps_their_words_only() =>
        Assert.Equal("Mots", RichText.Clean($"<figure><img src=\"{Media}/960.webp\"><figcaption>Mots</figcaption></figure>"));

    [Fact]
    public void Sizes_of_the_same_picture_are_kept_and_cleaning_again_changes_nothing()
    {
        var once = RichText.Clean($"<figure><img src=\"{Media}/960.webp\" srcset=\"{Media}/480.webp 480w, {Media}/960.webp 960w\" alt=\"x\"></figure>", withPictures: true);

        Assert.Contains($"srcset=\"{Media}/480.webp 480w, {Media}/960.webp 960w\"", once, StringComparison.Ordinal);
        Assert.Equal(once, RichText.Clean(once, withPictures: true));
    }

    [Fact]
    public void Words_of_blocks_are_words_apart_and_lines_tell_of_pictures()
    {
        const string Text = $"<aside><p>Un</p><p>deux</p></aside><ul><li>trois</li><li><p>qua<b>tre</b></p></li></ul><figure><img src=\"{Media}/960.webp\" alt=\"La place\"><figcaption>cinq</figcaption></figure>";

        Assert.Equal("Un deux trois quatre cinq", RichText.Words(Text));
        Assert.Equal("Un\ndeux\ntrois\nquatre\n[Image\u00a0: La place]\ncinq", RichText.Lines(Text));
    }

    [Fact]
    public void Cleaning_again_changes_nothing()
    {
        var once = RichText.Clean("<h2>Titre</h2><p>Un <a href=\"https://exemple.fr\">lien</a> &amp; <em>mot</em></p><ul><li>a</li></ul>");

        Assert.Equal(once, RichText.Clean(once));
    }

    [Fact]
    public void An_excerpt_ends_at_a_word() => Assert.Equal("Un petit texte…", RichText.Excerpt("<p>Un petit <strong>texte</strong> assez long</p>", 16));
}
