using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Saas.Shell.Announcements;
using Saas.Shell.Data;
using Saas.Shell.Identity;

namespace Saas.Modules.Accounts.Tests.Announcements;

public sealed class ReadAnnouncementsTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string Page = "/gestion/annonces";

    [Fact]
    public async Task An_announcement_folded_away_is_gone_from_this_browser_alone_and_one_goes_on_where_one_was()
    {
        var (id, text) = await AnnounceAsync();
        var (here, elsewhere) = (host.Visit(SaasHost.Claret, Role.Secretary), host.Visit(SaasHost.Claret, Role.Secretary));
        var page = await here.OpenAsync("/gestion/demandes?etat=toutes");
        var form = page.QuerySelectorAll(".announcements form").Single(form => form.TextContent.Contains(text, StringComparison.Ordinal));

        var answer = await here.PostAsync(form.GetAttribute("action")!, ("__RequestVerificationToken", TokenOf(page)), ("Fold", id.ToString()), ("Back", form.QuerySelector("input[name=Back]")!.GetAttribute("value")!));

        Assert.Equal("/gestion/demandes?etat=toutes", answer.Headers.Location?.ToString());
        Assert.DoesNotContain(text, await here.GetStringAsync("/gestion/demandes"), StringComparison.Ordinal);
        Assert.Contains(text, await elsewhere.GetStringAsync("/gestion/demandes"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_stays_readable_and_can_be_shown_again()
    {
        var (_, text) = await AnnounceAsync();
        var browser = host.Visit(SaasHost.Claret, Role.Secretary);
        await FoldAsync(browser, text);
        var folded = await browser.GetStringAsync("/gestion");

        await FoldAsync(browser, text);

        Assert.DoesNotContain(text, folded, StringComparison.Ordinal);
        Assert.Contains("href=\"/gestion/annonces\"", folded, StringComparison.Ordinal);
        Assert.Contains(text, await browser.GetStringAsync("/gestion"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Folding_leads_nowhere_but_to_the_back_office()
    {
        var browser = host.Visit(SaasHost.Claret, Role.Secretary);
        var token = TokenOf(await browser.OpenAsync("/gestion"));

        var answers = new List<HttpResponseMessage>();
        foreach (var back in new[] { "https://ailleurs.test/gestion", "//ailleurs.test", "/gestion\\..\\..", "/actualites", "" })
        {
            answers.Add(await browser.PostAsync(Page, ("__RequestVerificationToken", token), ("Fold", Guid.NewGuid().ToString()), ("Back", back)));
        }

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.All(answers, answer => Assert.StartsWith("/gestion", answer.Headers.Location?.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_cookie_that_anyone_could_write_hides_nothing_from_others_and_breaks_nothing()
    {
        var (_, text) = await AnnounceAsync();
        var browser = host.Visit(SaasHost.Claret, Role.Secretary);
        browser.Cookies.Add(new Uri("https://claret.parvis.localhost/gestion"), new Cookie("parvis-annonces", "x.y..%22"));

        Assert.Contains(text, await browser.GetStringAsync("/gestion"), StringComparison.Ordinal);
    }

    private static async Task FoldAsync(Browser browser, string text)
    {
        var page = await browser.OpenAsync(Page);
        var button = page.QuerySelectorAll("main .message").Single(message => message.TextContent.Contains(text, StringComparison.Ordinal)).NextElementSibling!.QuerySelector("button")!;
        await browser.PostAsync(Page, ("__RequestVerificationToken", TokenOf(page)), (button.GetAttribute("name")!, button.GetAttribute("value")!));
    }

    private static string TokenOf(AngleSharp.Html.Dom.IHtmlDocument page) => page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    private async Task<(Guid Id, string Text)> AnnounceAsync()
    {
        var announcement = new Announcement(Guid.CreateVersion7());
        announcement.Say($"annonce{Guid.NewGuid():N}", AnnouncementLevel.Information, DateTimeOffset.UtcNow.AddMinutes(-1), DateTimeOffset.UtcNow.AddHours(1));
        await using var scope = host.Application.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SaasDbContext>();
        db.Add(announcement);
        await db.SaveChangesAsync();
        await host.Application.Services.GetRequiredService<CurrentAnnouncements>().LoadAsync(CancellationToken.None);
        return (announcement.Id, announcement.Text);
    }
}
