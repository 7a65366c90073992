using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saas.Modules.Site.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;

namespace Saas.Modules.Site.Tests.Writing;

public sealed class PreviewTextTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task What_is_being_written_is_shown_as_visitors_would_read_it_and_not_saved()
    {
        var word = Given.Word("aperçu");

        var answer = await host.Visit(SaasHost.Claret, Role.Administrator).SubmitAsync("/gestion/site/pages/nouvelle", "Aperçu", ("Titre de la page", word), ("Texte", "<p>Bienvenue {{a_commune}}</p><script>x()</script>"));

        var page = await Browser.ReadAsync(answer);
        Assert.Equal(word, page.QuerySelector("h1")!.TextContent);
        Assert.Equal("<p>Bienvenue à Claret</p>", page.QuerySelector(".rich-text")!.InnerHtml.Trim());
        Assert.False(await host.InAsync(SaasHost.Claret, services => services.GetRequiredService<SaasDbContext>().Pages.AnyAsync(stored => stored.Title == word)));
    }
}
