using System.Net;
using Saas.Modules.Site.Model;
using Saas.Shell.Identity;

namespace Saas.Modules.Site.Tests.Reviewing;

public sealed class ReviewContentTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task When_its_day_comes_one_mail_leads_to_one_button()
    {
        var page = await DuePageAsync();
        var email = SaasHost.EmailOf(SaasHost.Claret, Role.Administrator);

        await Given.RunAsync(host, SaasHost.Claret, "site.review", page.Id);
        await Given.RunAsync(host, SaasHost.Claret, "site.review", page.Id);

        var mail = Assert.Single(await host.MailsToAsync(SaasHost.Claret, email), mail => mail.Subject.Contains(page.Title, StringComparison.Ordinal));
        Assert.Contains($"/gestion/site/pages/{page.Id}/relecture", mail.Text, StringComparison.Ordinal);

        await host.Visit(SaasHost.Claret, Role.Administrator).SubmitAsync($"/gestion/site/pages/{page.Id}/relecture", "Toujours exact");

        Assert.True((await Given.StoredPageAsync(host, SaasHost.Claret, page.Id))!.ReviewOn > DateOnly.FromDateTime(DateTime.UtcNow.AddDays(150)));
    }

    [Fact]
    public async Task What_is_due_is_among_todays_jobs_until_the_text_is_saved()
    {
        var page = await DuePageAsync();
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);
        Assert.Contains("à relire", (await browser.OpenAsync("/gestion")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        await browser.SubmitAsync($"/gestion/site/pages/{page.Id}", "Enregistrer", ("Texte", "<p>Corrigé</p>"));

        Assert.True((await Given.StoredPageAsync(host, SaasHost.Claret, page.Id))!.ReviewOn > DateOnly.FromDateTime(DateTime.UtcNow));
    }

    [Fact]
    public async Task A_rhythm_is_chosen_and_taken_back()
    {
        var page = await Given.PageAsync(host, SaasHost.Claret);
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);
        var address = $"/gestion/site/pages/{page.Id}/relecture";

        await browser.SubmitAsync(address, "Enregistrer ce rythme", ("Months", "3"));
        Assert.Equal(3, (await Given.StoredPageAsync(host, SaasHost.Claret, page.Id))!.ReviewMonths);
        Assert.Contains(await Given.DueAsync(host, SaasHost.Claret, page.Id), work => work.Kind == "site.review");
        await browser.SubmitAsync(address, "Enregistrer ce rythme", ("Months", ""));

        Assert.Null((await Given.StoredPageAsync(host, SaasHost.Claret, page.Id))!.ReviewOn);
    }

    [Fact]
    public async Task The_page_of_another_commune_does_not_exist()
    {
        var page = await Given.PageAsync(host, SaasHost.Matelles);

        Assert.Equal(HttpStatusCode.NotFound, (await host.Visit(SaasHost.Claret, Role.Administrator).GetAsync($"/gestion/site/pages/{page.Id}/relecture")).StatusCode);
    }

    private async Task<Page> DuePageAsync()
    {
        var page = await Given.PageAsync(host, SaasHost.Claret);
        await Given.ChangedAsync(host, SaasHost.Claret, page.Id, content => content.ReviewEvery(6, DateOnly.FromDateTime(DateTime.UtcNow).AddMonths(-7)));
        return page;
    }
}
