using Saas.Modules.Site.Model;

namespace Saas.Modules.Site.Tests.Visiting;

public sealed class ShowCouncilTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task Members_stand_by_role_then_by_rank_and_drafts_and_neighbours_stay_out()
    {
        const string Azillanet = "34020";
        await host.FoundAsync(Azillanet);
        var councillor = await Given.MemberAsync(host, Azillanet, CouncilRole.Councillor, civility: Civility.Sir);
        var second = await Given.MemberAsync(host, Azillanet, CouncilRole.Deputy, rank: 2);
        var first = await Given.MemberAsync(host, Azillanet, CouncilRole.Deputy, rank: 1);
        var mayor = await Given.MemberAsync(host, Azillanet, CouncilRole.Head);
        await Given.MemberAsync(host, Azillanet, CouncilRole.Head, publish: false);
        await Given.MemberAsync(host, SaasHost.Matelles, CouncilRole.Head);

        var page = await host.Visit(Azillanet).OpenAsync("/conseil");

        Assert.Equal("Conseil municipal", page.QuerySelector("h1")!.TextContent);
        Assert.Equal([mayor.Title, first.Title, second.Title, councillor.Title], page.QuerySelectorAll("[itemprop=name]").Select(name => name.TextContent));
        Assert.Equal(["Maire", "Adjoints", "Conseillers municipaux"], page.QuerySelectorAll("main section h2").Select(title => title.TextContent));
        Assert.Equal("Conseiller municipal", page.QuerySelector($"#elu-{councillor.Slug} [itemprop=jobTitle]")!.TextContent);
    }

    [Fact]
    public async Task A_group_has_a_president_and_vice_presidents()
    {
        await host.FoundGroupAsync("syndicat-du-lez", "Syndicat du Lez", SaasHost.Claret, SaasHost.Matelles);
        await Given.MemberAsync(host, "syndicat-du-lez", CouncilRole.Head);
        await Given.MemberAsync(host, "syndicat-du-lez", CouncilRole.Deputy, rank: 2, civility: Civility.Sir);

        var page = await host.Visit("syndicat-du-lez").OpenAsync("/conseil");

        Assert.Equal("Assemblée", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(["Présidente", "2e vice-président"], page.QuerySelectorAll("[itemprop=jobTitle]").Select(role => role.TextContent.Replace('\u00a0', ' ')));
    }

    [Fact]
    public async Task Sessions_to_come_stand_first_and_past_ones_by_year()
    {
        const string Babeau = "34021";
        await host.FoundAsync(Babeau);
        var later = await Given.SessionAsync(host, Babeau, new DateOnly(2031, 6, 3));
        var next = await Given.SessionAsync(host, Babeau, new DateOnly(2031, 5, 6));
        var recent = await Given.SessionAsync(host, Babeau, new DateOnly(2025, 5, 6), deliberations: "<p>Tarifs</p>");
        var old = await Given.SessionAsync(host, Babeau, new DateOnly(2024, 5, 7));
        var draft = await Given.SessionAsync(host, Babeau, new DateOnly(2025, 3, 4), publish: false);

        var page = await host.Visit(Babeau).OpenAsync("/conseil");
        var before = await host.Visit(Babeau).OpenAsync("/conseil?annee=2024");

        Assert.Equal([next.Title, later.Title], page.QuerySelectorAll("section[aria-labelledby=a-venir] h3").Select(title => title.TextContent));
        Assert.Equal([recent.Title], page.QuerySelectorAll("section[aria-labelledby=passees] h3").Select(title => title.TextContent));
        Assert.Contains("Liste des délibérations", page.QuerySelector("section[aria-labelledby=passees]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal([old.Title], before.QuerySelectorAll("section[aria-labelledby=passees] h3").Select(title => title.TextContent));
        Assert.DoesNotContain(draft.Title, page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?annee=1900")]
    [InlineData("?annee=hier")]
    public async Task A_year_without_sessions_shows_the_last_one(string query)
    {
        var session = await Given.SessionAsync(host, SaasHost.Claret, DateOnly.FromDateTime(DateTime.UtcNow.AddDays(-3)));

        Assert.Contains(session.Title, await host.Visit(SaasHost.Claret).GetStringAsync("/conseil" + query), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_council_of_which_nothing_is_said_is_linked_nowhere_and_says_whom_to_ask()
    {
        const string Baillargues = "34022";
        await host.FoundAsync(Baillargues);

        Assert.NotNull((await host.Visit(Baillargues).OpenAsync("/conseil")).QuerySelector(".empty a[href='/contact']"));
        Assert.Null((await host.Visit(Baillargues).OpenAsync("/")).QuerySelector("a[href='/conseil']"));
    }
}
