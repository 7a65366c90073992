using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saas.Shell.Announcements;
using Saas.Shell.Data;
using Saas.Shell.Identity;

namespace Saas.Modules.Platform.Tests.Announcing;

public sealed class CreateAnnouncementTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string Page = "/console/annonces/nouvelle";

    [Fact]
    public async Task What_the_operator_writes_is_on_every_page_of_every_back_office_and_on_no_site()
    {
        var text = Given.Words();

        await host.VisitPlatform(signedIn: true).SubmitAsync(Page, "Afficher", ("Texte", $"{text}\nSur <b>deux</b> lignes."), ("Niveau", "Vigilance"), ("Jusqu’au", "2031-05-03T18:00"));

        foreach (var (insee, address) in new[] { (SaasHost.Claret, "/gestion"), (SaasHost.Claret, "/gestion/demandes"), (SaasHost.Matelles, "/gestion/site") })
        {
            var shown = (await host.Visit(insee, Role.Administrator).OpenAsync(address)).QuerySelectorAll(".announcements .message--warning").Single(message => message.TextContent.Contains(text, StringComparison.Ordinal));
            Assert.Contains("Sur <b>deux</b> lignes.", shown.TextContent, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(text, await host.Visit(SaasHost.Claret).GetStringAsync("/"), StringComparison.Ordinal);
        Assert.DoesNotContain(text, await host.Visit(SaasHost.Claret).GetStringAsync("/gestion/connexion"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_for_later_waits_for_its_hour()
    {
        var text = Given.Words();

        var console = host.VisitPlatform(signedIn: true);
        await console.SubmitAsync(Page, "Afficher", ("Texte", text), ("Affichée à partir du", "2031-05-02T08:00"), ("Jusqu’au", "2031-05-03T18:00"));

        Assert.DoesNotContain(text, await host.Visit(SaasHost.Claret, Role.Secretary).GetStringAsync("/gestion"), StringComparison.Ordinal);
        Assert.Contains("À venir", (await console.OpenAsync("/console/annonces")).QuerySelectorAll("tr").Single(row => row.TextContent.Contains(text, StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_console_counts_the_hours_of_the_operator_not_of_the_machine()
    {
        var text = Given.Words();

        await host.VisitPlatform(signedIn: true).SubmitAsync(Page, "Afficher", ("Texte", text), ("Jusqu’au", "2031-05-03T18:00"));

        var ends = await host.InAsync(SaasHost.Claret, services => services.GetRequiredService<SaasDbContext>().Set<Announcement>().Where(announcement => announcement.Text == text).Select(announcement => announcement.EndsAt).SingleAsync());
        Assert.Equal(new DateTimeOffset(2031, 5, 3, 16, 0, 0, TimeSpan.Zero), ends);
    }

    [Fact]
    public async Task A_refused_announcement_keeps_what_was_typed()
    {
        var answer = await host.VisitPlatform(signedIn: true).SubmitAsync(Page, "Afficher", ("Texte", new string('a', 501)), ("Affichée à partir du", "2031-05-04T08:00"), ("Jusqu’au", "2031-05-03T18:00"));

        var page = await Browser.ReadAsync(answer);
        var errors = page.QuerySelector(".error-summary")!.TextContent;
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("500 caractères au plus", errors, StringComparison.Ordinal);
        Assert.Contains("La fin doit venir après le début", errors, StringComparison.Ordinal);
        Assert.Equal(501, page.QuerySelector("textarea")!.TextContent.Trim().Length);
        Assert.Equal("2031-05-03T18:00", page.QuerySelector("input[name='Input.Until']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task An_announcement_says_something_and_has_an_end()
    {
        var page = await Browser.ReadAsync(await host.VisitPlatform(signedIn: true).SubmitAsync(Page, "Afficher", ("Texte", " ")));

        var errors = page.QuerySelector(".error-summary")!.TextContent;
        Assert.Contains("Écrivez le texte", errors, StringComparison.Ordinal);
        Assert.Contains("Dites jusqu’à quand", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_double_click_writes_one_announcement()
    {
        var (text, console) = (Given.Words(), host.VisitPlatform(signedIn: true));
        var page = await console.OpenAsync(Page);
        (string, string)[] fields = [("Texte", text), ("Jusqu’au", "2031-05-03T18:00")];

        await Task.WhenAll(console.SubmitAsync(page, Page, "Afficher", fields), console.SubmitAsync(page, Page, "Afficher", fields));

        var list = await console.OpenAsync("/console/annonces");
        Assert.Single(list.QuerySelectorAll("tr"), row => row.TextContent.Contains(text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_announced_is_in_the_trail()
    {
        var (text, console) = (Given.Words(), host.VisitPlatform(signedIn: true));

        await console.SubmitAsync(Page, "Afficher", ("Texte", text), ("Jusqu’au", "2031-05-03T18:00"));

        Assert.Contains($"a écrit l’annonce « {text} »", (await console.OpenAsync($"/console/journal?q={text}")).QuerySelector(".audit-sentence")!.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
    }
}
