using Saas.Shell.Identity;

namespace Saas.Modules.Site.Tests.Writing;

public sealed class CreateEventTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string Address = "/gestion/site/agenda/nouveau";

    [Fact]
    public async Task An_event_is_written_published_and_found_in_the_agenda()
    {
        var word = Given.Word("Marché ");
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);

        var answer = await browser.SubmitAsync(Address, "Enregistrer le brouillon", ("Titre", word), ("Jour", "2031-05-03"), ("Début", "09:00"), ("Lieu", "Place de l’Église"));
        Assert.DoesNotContain(word, await host.Visit(SaasHost.Claret).GetStringAsync("/agenda"), StringComparison.Ordinal);
        await browser.SubmitAsync($"{answer.Headers.Location}/publication", "Publier");

        var agenda = await host.Visit(SaasHost.Claret).OpenAsync("/agenda");
        Assert.Contains("Place de l’Église", agenda.QuerySelectorAll(".agenda__item").Single(item => item.TextContent.Contains(word, StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("StartsOn", "")]
    [InlineData("EndsOn", "2031-05-02")]
    [InlineData("EndsAt", "08:00")]
    [InlineData("Repeats", "Weekly")]
    public async Task Times_that_cannot_be_are_refused_and_what_was_typed_stays(string field, string value)
    {
        (string, string)[] good = [("Input.Title", Given.Word("fête")), ("Input.StartsOn", "2031-05-03"), ("Input.StartsAt", "09:00")];

        var answer = await Browser.ReadAsync(await host.Visit(SaasHost.Claret, Role.Administrator).SubmitAsync(Address, "Enregistrer le brouillon", [.. good.Where(typed => typed.Item1 != $"Input.{field}"), ($"Input.{field}", value)]));

        Assert.NotNull(answer.QuerySelector(".error-summary"));
        Assert.StartsWith("fête", answer.QuerySelector("#Input_Title")!.GetAttribute("value"), StringComparison.Ordinal);
        Assert.Equal("09:00", answer.QuerySelector("#Input_StartsAt")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_double_click_makes_one_event()
    {
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);
        var form = await browser.OpenAsync(Address);
        (string, string)[] typed = [("Titre", Given.Word("double")), ("Jour", "2031-05-03")];

        var first = await browser.SubmitAsync(form, Address, "Enregistrer le brouillon", typed);
        var second = await browser.SubmitAsync(form, Address, "Enregistrer le brouillon", typed);

        Assert.NotNull(first.Headers.Location);
        Assert.Equal(first.Headers.Location, second.Headers.Location);
    }
}
