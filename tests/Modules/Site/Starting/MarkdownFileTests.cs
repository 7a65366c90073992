using Saas.Modules.Site.Starting;

namespace Saas.Modules.Site.Tests.Starting;

public sealed class MarkdownFileTests
{
    [Fact]
    public void The_first_lines_say_the_title_and_the_rest_is_markdown()
    {
        var file = MarkdownFile.Read("la-mairie", "---\ntitle: La mairie : accueil\nmenu: 1\n---\nBonjour **vous**.\n");

        Assert.Equal("La mairie : accueil", file.Title);
        Assert.Equal("1", file.Front["menu"]);
        Assert.Equal("<p>Bonjour <strong>vous</strong>.</p>\n", file.Html);
    }
}
