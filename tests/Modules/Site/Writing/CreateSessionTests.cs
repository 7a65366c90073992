using Saas.Shell.Identity;

namespace Saas.Modules.Site.Tests.Writing;

public sealed class CreateSessionTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string Address = "/gestion/site/seances/nouvelle";

    [Fact]
    public async Task A_session_without_a_title_is_called_after_its_day_and_announced()
    {
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);

        var answer = await browser.SubmitAsync(Address, "Enregistrer le brouillon", ("Jour", "2031-09-16"), ("Heure", "19:00"), ("Lieu", "Salle du conseil"), ("Ordre du jour", "<ul><li>Budget</li></ul>"));
        await browser.SubmitAsync($"{answer.Headers.Location}/publication", "Publier");

        var session = (await host.Visit(SaasHost.Claret).OpenAsync("/conseil")).QuerySelectorAll("section[aria-labelledby=a-venir] .agenda__item").Single(item => item.TextContent.Contains("16 septembre 2031", StringComparison.Ordinal) || item.TextContent.Contains("16\u00a0septembre 2031", StringComparison.Ordinal));
        Assert.StartsWith("Séance du mardi 16", session.QuerySelector("h3")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ordre du jour", session.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_without_a_day_is_refused_and_what_was_typed_stays()
    {
        var answer = await Browser.ReadAsync(await host.Visit(SaasHost.Claret, Role.Administrator).SubmitAsync(Address, "Enregistrer le brouillon", ("Lieu", "Salle du conseil"), ("Ordre du jour", "<p>Budget</p>")));

        Assert.Contains("Indiquez le jour", answer.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Salle du conseil", answer.QuerySelector("#Input_Place")!.GetAttribute("value"));
        Assert.Contains("Budget", answer.QuerySelector("#Input_Body")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_read_what_the_law_asks_after_a_session()
    {
        var form = await host.Visit(SaasHost.Claret, Role.Administrator).OpenAsync(Address);

        Assert.Contains("L2121-25", form.GetElementById("deliberations-hint")!.TextContent, StringComparison.Ordinal);
    }
}
