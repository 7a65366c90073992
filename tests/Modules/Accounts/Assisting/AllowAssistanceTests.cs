using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saas.Shell.Assistance;
using Saas.Shell.Data;
using Saas.Shell.Identity;

namespace Saas.Modules.Accounts.Tests.Assisting;

public sealed class AllowAssistanceTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string Page = Assistance.Page;

    [Fact]
    public async Task An_administrator_consents_and_sees_who_came_when_and_what_they_did()
    {
        await host.FoundAsync("34050");
        var inside = await Assistance.EnterAsync(host, "34050", mayAct: true);
        await inside.GetAsync("/gestion/demandes");
        var administrator = host.Visit("34050", Role.Administrator);

        var page = await administrator.OpenAsync(Page);

        Assert.Contains("L’assistance est autorisée jusqu’au", page.QuerySelector(".message--warning")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("En ce moment dans votre espace : Assistance Parvis — Opérateur", Plain(page.QuerySelector(".message--warning")!.TextContent), StringComparison.Ordinal);
        var row = page.QuerySelector("tbody tr")!;
        Assert.Contains("La démarche Cantine", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Secrétaire de", row.TextContent, StringComparison.Ordinal);
        var trail = await administrator.OpenAsync(row.QuerySelector("a[href^='/gestion/journal']")!.GetAttribute("href")!);
        Assert.Contains("a ouvert l’espace de la mairie", trail.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("a autorisé", trail.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Autorisée jusqu’au", await administrator.GetStringAsync("/gestion/reglages"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_says_for_what_and_lasts_three_days_at_most()
    {
        await host.FoundAsync("34051");
        var administrator = host.Visit("34051", Role.Administrator);
        var form = await administrator.OpenAsync(Page);
        var token = form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        var empty = await Browser.ReadAsync(await administrator.SubmitAsync(form, Page, "Autoriser", [("Pour quoi faire", " "), ("MayAct", "true")]));
        var endless = await Browser.ReadAsync(await administrator.PostAsync(Page, ("__RequestVerificationToken", token), ("Purpose", "Essai"), ("Hours", "73")));

        Assert.Contains("Dites en quelques mots", empty.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.True(empty.QuerySelector("#MayAct-true")!.HasAttribute("checked"));
        Assert.Contains("trois jours au plus", endless.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await ConsentsAsync("34051"));
    }

    [Fact]
    public async Task A_double_click_opens_one_and_a_second_administrator_is_told_that_it_is_open()
    {
        await host.FoundAsync("34052");
        var (first, second) = (host.Visit("34052", Role.Administrator), host.Visit("34052", Role.Administrator));
        var (page, other) = (await first.OpenAsync(Page), await second.OpenAsync(Page));
        (string, string)[] fields = [("Pour quoi faire", "Essai")];

        var answers = await Task.WhenAll(first.SubmitAsync(page, Page, "Autoriser", fields), first.SubmitAsync(page, Page, "Autoriser", fields));
        var late = await Browser.ReadAsync(await second.SubmitAsync(other, Page, "Autoriser", fields));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.Contains("déjà autorisée", late.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Single(await ConsentsAsync("34052"));
    }

    [Fact]
    public async Task One_that_is_over_by_itself_makes_room_for_the_next()
    {
        await host.FoundAsync("34053");
        await Assistance.EnterAsync(host, "34053", mayAct: true);
        await host.InAsync("34053", services => services.GetRequiredService<SaasDbContext>().Set<AssistanceConsent>()
            .ExecuteUpdateAsync(set => set.SetProperty(consent => consent.ExpiresAt, DateTimeOffset.UtcNow.AddSeconds(-1))));

        await Assistance.AllowAsync(host, "34053", mayAct: false);

        var consents = await ConsentsAsync("34053");
        Assert.Equal(2, consents.Count);
        Assert.Single(consents, consent => consent.EndedAt == consent.ExpiresAt && consent.EndedBy is null);
        Assert.Contains("le temps était passé", await host.Visit("34053", Role.Administrator).GetStringAsync(Page), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Secretary)]
    [InlineData(Role.Elected)]
    public async Task Nobody_but_an_administrator_lets_anyone_in(Role role)
    {
        var browser = host.Visit(SaasHost.Claret, role);

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(Page)).StatusCode);
        Assert.DoesNotContain(Page, await browser.GetStringAsync("/gestion"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_one_commune_allows_opens_nothing_next_door_and_is_not_read_there()
    {
        await host.FoundAsync("34054");
        await host.FoundAsync("34055");
        await Assistance.EnterAsync(host, "34054", mayAct: true);

        Assert.Null(await Assistance.TicketAsync(host, "34055"));
        Assert.Null((await host.Visit("34055", Role.Administrator).OpenAsync(Page)).QuerySelector("tbody tr"));
    }

    private Task<List<AssistanceConsent>> ConsentsAsync(string insee) => host.InAsync(insee, services =>
        services.GetRequiredService<SaasDbContext>().Set<AssistanceConsent>().AsNoTracking().ToListAsync());

    private static string Plain(string text) => text.Replace('\u00a0', ' ');
}
