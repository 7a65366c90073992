using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Platform.Tests.Groups;

public sealed class AddMembersTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task Communes_are_found_by_name_and_added_on_the_platform_or_not()
    {
        var group = await Given.GroupAsync(host, members: ["34131"]);
        var console = host.VisitPlatform(signedIn: true);
        var address = $"/console/groupes/{group.Id}/membres";

        await console.SubmitAsync($"{address}?q=claret", "Ajouter", ("commune", SaasHost.Claret));
        var said = await console.FollowAsync(await console.SubmitAsync($"{address}?q=97411", "Ajouter", ("commune", "97411")));

        Assert.Contains("1 commune ajoutée au groupe.", said.QuerySelector("[role=status]")!.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Equal(["34078", "34131", "97411"], await Given.MembersAsync(host, group.Id));
        var journal = (await console.OpenAsync($"/console/journal?site={group.Id}")).QuerySelector("main")!.TextContent;
        Assert.Contains("a ajouté des membres", journal, StringComparison.Ordinal);
        Assert.Contains("Claret", journal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Those_that_are_members_already_are_not_offered_again()
    {
        var group = await Given.GroupAsync(host, members: [SaasHost.Claret]);

        var page = await host.VisitPlatform(signedIn: true).OpenAsync($"/console/groupes/{group.Id}/membres?q=claret");

        Assert.NotEmpty(page.QuerySelectorAll("input[name=commune]"));
        Assert.DoesNotContain(SaasHost.Claret, page.QuerySelectorAll("input[name=commune]").Select(commune => commune.GetAttribute("value")));
    }

    [Fact]
    public async Task A_double_click_adds_them_once()
    {
        var group = await Given.GroupAsync(host);
        var console = host.VisitPlatform(signedIn: true);
        var address = $"/console/groupes/{group.Id}/membres?q=claret";
        var form = await console.OpenAsync(address);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => console.SubmitAsync(form, address, "Ajouter", [("commune", SaasHost.Claret)])));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.Equal([SaasHost.Claret], await Given.MembersAsync(host, group.Id));
        var journal = await console.OpenAsync($"/console/journal?site={group.Id}");
        Assert.Single(journal.QuerySelectorAll(".audit-sentence"), entry => entry.TextContent.Contains("a ajouté des membres", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_group_is_where_most_of_its_members_are()
    {
        var group = await Given.GroupAsync(host, members: [SaasHost.Claret]);
        var console = host.VisitPlatform(signedIn: true);
        var address = $"/console/groupes/{group.Id}/membres";

        foreach (var code in new[] { "97411", "97401" })
        {
            await console.SubmitAsync($"{address}?q={code}", "Ajouter", ("commune", code));
        }

        Assert.Equal(("974", "Indian/Reunion"), (host.Tenant(group.Slug).Departement, host.Tenant(group.Slug).TimeZone));
    }

    [Fact]
    public async Task What_no_commune_is_called_is_said_so_and_nothing_ticked_adds_nothing()
    {
        var group = await Given.GroupAsync(host);
        var console = host.VisitPlatform(signedIn: true);
        var address = $"/console/groupes/{group.Id}/membres";

        var refused = await Browser.ReadAsync(await console.SubmitAsync($"{address}?q=claret", "Ajouter"));

        Assert.Contains("Cochez au moins une commune.", refused.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("claret", refused.QuerySelector("#q")!.GetAttribute("value"));
        Assert.Contains("Aucune commune à ajouter ne porte ce nom", await console.GetStringAsync($"{address}?q=Atlantide"), StringComparison.Ordinal);
        Assert.Empty(await Given.MembersAsync(host, group.Id));
    }

    [Fact]
    public async Task Nobody_else_adds_any()
    {
        var group = await Given.GroupAsync(host);

        Assert.Equal(HttpStatusCode.NotFound, await Given.StatusAsync(host.VisitPlatform(signedIn: true), $"/console/groupes/{host.Tenant(SaasHost.Claret).Id}/membres"));
        Assert.Equal(HttpStatusCode.SeeOther, await Given.StatusAsync(host.VisitPlatform(), $"/console/groupes/{group.Id}/membres"));
        Assert.Equal(HttpStatusCode.NotFound, await Given.StatusAsync(host.Visit(SaasHost.Claret, Role.Administrator), $"/console/groupes/{group.Id}/membres"));
    }
}
