using System.Net;
using AngleSharp.Dom;
using Saas.Shell.Identity;

namespace Saas.Modules.Platform.Tests.Groups;

public sealed class ShowGroupTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task The_operator_sees_which_members_are_on_the_platform_and_which_can_be_created()
    {
        var group = await Given.GroupAsync(host, members: [SaasHost.Claret, "34131"]);

        var page = await host.VisitPlatform(signedIn: true).OpenAsync($"/console/groupes/{group.Id}");

        var (claret, lauret) = (Row(page, "Claret"), Row(page, "Lauret"));
        Assert.Equal($"/console/communes/{SaasHost.Claret}", claret.QuerySelector("th a")!.GetAttribute("href"));
        Assert.Contains("Ouvert", claret.TextContent, StringComparison.Ordinal);
        Assert.Equal("/console/communes/34131/creer", lauret.QuerySelector("td[data-label=État] a")!.GetAttribute("href"));
        Assert.Contains("2 communes, dont 1 sur la plateforme", page.QuerySelector("caption")!.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_commune_says_in_which_groups_it_is()
    {
        var (first, second) = (await Given.GroupAsync(host, members: ["34131", SaasHost.Matelles]), await Given.GroupAsync(host, members: [SaasHost.Matelles]));
        var other = await Given.GroupAsync(host, members: [SaasHost.Claret]);

        var page = await host.VisitPlatform(signedIn: true).OpenAsync($"/console/communes/{SaasHost.Matelles}");

        var links = page.QuerySelectorAll("main a[href^='/console/groupes/0']").Select(link => link.GetAttribute("href")).ToList();
        Assert.Contains($"/console/groupes/{first.Id}", links);
        Assert.Contains($"/console/groupes/{second.Id}", links);
        Assert.DoesNotContain($"/console/groupes/{other.Id}", links);
    }

    [Fact]
    public async Task A_group_is_opened_closed_given_modules_and_domains_and_invited_like_any_site()
    {
        var group = await Given.GroupAsync(host);
        var console = host.VisitPlatform(signedIn: true);
        var here = $"/console/groupes/{group.Id}";

        foreach (var (act, button, fields) in new (string, string, (string, string)[])[]
        {
            ("etat", "Enregistrer", [("State", "Open")]),
            ("reglages", "Enregistrer", [("Theme", "bocage")]),
            ("inviter", "Envoyer", [("Prénom et nom", "Ana Roca"), ("Adresse e-mail", "ana@example.test")]),
        })
        {
            Assert.Equal(here, (await console.SubmitAsync($"/console/sites/{group.Id}/{act}", button, fields)).Headers.Location?.ToString());
        }

        await console.SubmitAsync($"/console/sites/{group.Id}/domaines", "Ajouter", ("Domain", $"www.{group.Slug}.fr"));
        var visitor = await host.VisitHost($"www.{group.Slug}.fr").GetAsync("/");
        Assert.StartsWith($"https://{group.Slug}.", visitor.Headers.Location?.ToString(), StringComparison.Ordinal);
        var page = await console.OpenAsync(here);
        Assert.Contains("Bocage", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 invitation attend une réponse", page.QuerySelector("main")!.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);

        await console.SubmitAsync($"/console/sites/{group.Id}/etat", "Enregistrer", ("State", "Disabled"), ("Message", "Fermé."));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await Given.StatusAsync(host.Visit(group.Slug), "/"));
    }

    [Fact]
    public async Task Nobody_else_reads_it_and_a_commune_is_no_group()
    {
        var group = await Given.GroupAsync(host, members: [SaasHost.Claret]);
        var console = host.VisitPlatform(signedIn: true);

        Assert.Equal(HttpStatusCode.NotFound, await Given.StatusAsync(console, $"/console/groupes/{host.Tenant(SaasHost.Claret).Id}"));
        Assert.Equal(HttpStatusCode.NotFound, await Given.StatusAsync(console, $"/console/groupes/{Guid.NewGuid()}"));
        Assert.Equal(HttpStatusCode.SeeOther, await Given.StatusAsync(host.VisitPlatform(), $"/console/groupes/{group.Id}"));
        Assert.Equal(HttpStatusCode.NotFound, await Given.StatusAsync(host.Visit(SaasHost.Claret, Role.Administrator), $"/console/groupes/{group.Id}"));
    }

    private static IElement Row(IParentNode page, string name) => page.QuerySelectorAll("tbody tr").Single(row => row.QuerySelector("th")!.TextContent.Trim() == name);
}
