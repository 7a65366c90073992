using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Site.Tests.Writing;

public sealed class EditEventTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task A_change_of_day_is_kept_among_the_versions()
    {
        var happening = await Given.EventAsync(host, SaasHost.Claret, new DateOnly(2031, 5, 3));
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);

        await browser.SubmitAsync($"/gestion/site/agenda/{happening.Id}", "Enregistrer", ("Jour", "2031-05-10"));

        Assert.Contains("10 mai 2031", (await browser.OpenAsync($"/gestion/site/agenda/{happening.Id}/versions/1")).QuerySelector(".facts ins")!.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Contains("10 mai 2031", (await host.Visit(SaasHost.Claret).GetStringAsync($"/agenda/{happening.Slug}")).Replace("&#xA0;", " ", StringComparison.Ordinal).Replace('\u00a0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_event_of_another_commune_does_not_exist()
    {
        var happening = await Given.EventAsync(host, SaasHost.Matelles, new DateOnly(2031, 5, 3));

        Assert.Equal(HttpStatusCode.NotFound, (await host.Visit(SaasHost.Claret, Role.Administrator).GetAsync($"/gestion/site/agenda/{happening.Id}")).StatusCode);
    }
}
