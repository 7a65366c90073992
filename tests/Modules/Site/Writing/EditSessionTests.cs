using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Site.Tests.Writing;

public sealed class EditSessionTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task The_minutes_are_cleaned_shown_kept_among_the_versions_and_found()
    {
        var word = Given.Word("subvention");
        var session = await Given.SessionAsync(host, SaasHost.Claret, new DateOnly(2025, 5, 6), agenda: "<p>Budget</p>");
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);

        await browser.SubmitAsync($"/gestion/site/seances/{session.Id}", "Enregistrer", ("Procès-verbal", $"<p onclick=\"x()\">La {word} est votée.</p>"));

        var page = await host.Visit(SaasHost.Claret).OpenAsync($"/conseil/seances/{session.Slug}");
        Assert.Contains(word, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("[onclick]"));
        Assert.Contains(word, (await browser.OpenAsync($"/gestion/site/seances/{session.Id}/versions/1")).QuerySelector(".pre-line ins")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await host.Visit(SaasHost.Claret).OpenAsync($"/recherche?q={word}")).QuerySelector($"a[href='/conseil/seances/{session.Slug}']"));
    }

    [Fact]
    public async Task A_session_called_after_its_day_follows_it_to_another_day()
    {
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);
        var created = await browser.SubmitAsync("/gestion/site/seances/nouvelle", "Enregistrer le brouillon", ("Jour", "2032-03-02"));

        await browser.SubmitAsync(created.Headers.Location!.ToString(), "Enregistrer", ("Jour", "2032-03-09"));

        Assert.Contains("Séance du mardi 9", (await browser.OpenAsync(created.Headers.Location.ToString())).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_session_of_another_council_does_not_exist()
    {
        var session = await Given.SessionAsync(host, SaasHost.Matelles, new DateOnly(2031, 5, 6));

        Assert.Equal(HttpStatusCode.NotFound, (await host.Visit(SaasHost.Claret, Role.Administrator).GetAsync($"/gestion/site/seances/{session.Id}")).StatusCode);
    }
}
