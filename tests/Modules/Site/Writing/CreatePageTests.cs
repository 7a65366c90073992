using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saas.Modules.Site.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;

namespace Saas.Modules.Site.Tests.Writing;

public sealed class CreatePageTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string Address = "/gestion/site/pages/nouvelle";

    [Fact]
    public async Task A_new_page_is_a_draft_until_it_is_published()
    {
        var word = Given.Word("Marché ");
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);

        var answer = await browser.SubmitAsync(Address, "Enregistrer le brouillon", ("Titre de la page", word), ("Texte", "<p>Le samedi</p>"));

        var page = await browser.FollowAsync(answer);
        Assert.Contains("brouillon", page.QuerySelector(".message--success")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Visit(SaasHost.Claret).GetAsync($"/pages/{Saas.Shell.Provisioning.Slugs.Of(word)}")).StatusCode);
    }

    [Fact]
    public async Task A_double_click_makes_one_page()
    {
        var word = Given.Word("double");
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);
        var form = await browser.OpenAsync(Address);

        var first = await browser.SubmitAsync(form, Address, "Enregistrer le brouillon", [("Titre de la page", word)]);
        var second = await browser.SubmitAsync(form, Address, "Enregistrer le brouillon", [("Titre de la page", word)]);

        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(1, await host.InAsync(SaasHost.Claret, services => services.GetRequiredService<SaasDbContext>().Pages.CountAsync(page => page.Title == word)));
    }

    [Fact]
    public async Task A_refusal_keeps_what_was_typed()
    {
        var existing = await Given.PageAsync(host, SaasHost.Claret);

        var answer = await host.Visit(SaasHost.Claret, Role.Administrator).SubmitAsync(Address, "Enregistrer le brouillon", ("Titre de la page", existing.Title), ("Texte", "<p>Un long texte</p>"));

        var page = await Browser.ReadAsync(answer);
        Assert.Contains("porte déjà ce titre", page.QuerySelector("#title-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("<p>Un long texte</p>", page.QuerySelector("textarea")!.TextContent.Trim());
    }

    [Fact]
    public async Task An_elected_member_reads_and_does_not_write() =>
        Assert.Equal(HttpStatusCode.Forbidden, (await host.Visit(SaasHost.Claret, Role.Elected).GetAsync(Address)).StatusCode);
}
