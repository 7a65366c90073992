using System.Net;
using Saas.Shell.Identity;
using Saas.Shell.Tenancy;

namespace Saas.Modules.Platform.Tests.Groups;

public sealed class FoundGroupTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task An_intercommunality_comes_with_its_name_its_address_and_its_communes()
    {
        const string siren = "243400470";
        var console = host.VisitPlatform(signedIn: true);
        var address = $"/console/groupes/creer?epci={siren}";
        var form = await console.OpenAsync(address);
        var communes = form.QuerySelectorAll("input[name=Members]");

        var answer = await console.SubmitAsync(form, address, "Créer", [("Prénom et nom", "Ana Roca"), ("Adresse e-mail", "ana@example.test")]);

        var page = await console.FollowAsync(answer);
        Assert.Equal("Communauté d’agglomération du Pays de l’Or", form.QuerySelector("#GroupName")!.GetAttribute("value"));
        Assert.Equal("pays-de-l-or", form.QuerySelector("#Slug")!.GetAttribute("value"));
        Assert.All(communes, commune => Assert.True(commune.HasAttribute("checked")));
        Assert.Equal(communes.Select(commune => commune.GetAttribute("value")).Order(), page.QuerySelectorAll("td[data-label=INSEE]").Select(cell => cell.TextContent).Order());
        Assert.Contains(siren, page.QuerySelector(".facts + *, .columns")!.TextContent, StringComparison.Ordinal);
        var group = host.Tenant("pays-de-l-or");
        Assert.Equal((TenantKind.Group, null, "34", TenantState.Preparing, "Europe/Paris"), (group.Kind, group.InseeCode, group.Departement, group.State, group.TimeZone));
        var mail = Assert.Single(await host.MailsToAsync("pays-de-l-or", "ana@example.test"));
        Assert.Equal("Rejoindre l’équipe de la Communauté d’agglomération du Pays de l’Or", mail.Subject);
        Assert.Equal($"/console/groupes/{group.Id}", (await console.GetAsync(address)).Headers.Location?.ToString());
    }

    [Fact]
    public async Task The_communes_that_the_operator_unticks_are_no_members()
    {
        var console = host.VisitPlatform(signedIn: true);
        var address = "/console/groupes/creer?epci=200066355";
        var form = await console.OpenAsync(address);
        var kept = form.QuerySelector("input[name=Members]")!.GetAttribute("value")!;

        var page = await console.FollowAsync(await console.SubmitAsync(form, address, "Créer", [("Members", kept)]));

        Assert.Equal([kept], page.QuerySelectorAll("td[data-label=INSEE]").Select(cell => cell.TextContent));
        Assert.Contains("ne sont pas membres", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_free_group_is_named_by_the_operator_who_then_chooses_its_communes()
    {
        var console = host.VisitPlatform(signedIn: true);

        var answer = await console.SubmitAsync("/console/groupes/creer", "Créer", ("Nom du groupe", "Syndicat des écoles du Pic"), ("Adresse du site", "Écoles du Pic"));

        var group = host.Tenant("ecoles-du-pic");
        Assert.Equal($"/console/groupes/{group.Id}/membres", answer.Headers.Location?.ToString());
        Assert.Equal(("Syndicat des écoles du Pic", ""), (group.Name, group.Departement));
        Assert.Contains("Le site du Syndicat des écoles du Pic est créé", (await console.FollowAsync(answer)).QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("a créé le site du Syndicat des écoles du Pic", await console.GetStringAsync($"/console/journal?site={group.Id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_double_click_creates_one_group_and_writes_one_mail()
    {
        var console = host.VisitPlatform(signedIn: true);
        var form = await console.OpenAsync("/console/groupes/creer");

        (string, string)[] fields = [("Nom du groupe", "Entente du double clic"), ("Adresse du site", "double-clic"), ("Prénom et nom", "Ana Roca"), ("Adresse e-mail", "ana@example.test")];
        var answers = await Task.WhenAll(console.SubmitAsync(form, "/console/groupes/creer", "Créer", fields), console.SubmitAsync(form, "/console/groupes/creer", "Créer", fields));

        Assert.Single(answers.Select(answer => answer.Headers.Location?.ToString()).Distinct());
        Assert.Single(await host.MailsToAsync("double-clic", "ana@example.test"));
        var journal = await console.OpenAsync($"/console/journal?site={host.Tenant("double-clic").Id}");
        Assert.Single(journal.QuerySelectorAll(".audit-sentence"), entry => entry.TextContent.Contains("a créé le site", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("claret", "a commune of the platform")]
    [InlineData("montpellier", "a commune that is not here yet")]
    [InlineData("www", "the platform's own")]
    public async Task An_address_that_is_anothers_is_refused_and_what_was_typed_is_kept(string slug, string whose)
    {
        var page = await Browser.ReadAsync(await host.VisitPlatform(signedIn: true).SubmitAsync("/console/groupes/creer", "Créer", ("Nom du groupe", $"Groupe de {whose}"), ("Adresse du site", slug)));

        Assert.Contains("n’est pas libre", page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(($"Groupe de {whose}", slug), (page.QuerySelector("#GroupName")!.GetAttribute("value"), page.QuerySelector("#Slug")!.GetAttribute("value")));
    }

    [Fact]
    public async Task A_group_without_a_name_or_an_address_is_not_created()
    {
        var page = await Browser.ReadAsync(await host.VisitPlatform(signedIn: true).SubmitAsync("/console/groupes/creer", "Créer", ("Nom du groupe", " "), ("Adresse du site", "!?"), ("Prénom et nom", "Ana Roca")));

        Assert.Equal(
            ["Indiquez le nom du groupe.", "Indiquez l’adresse du site", "Indiquez son adresse e-mail."],
            page.QuerySelectorAll(".error-summary li").Select(error => error.TextContent.Trim().Split(',')[0]));
    }

    [Fact]
    public async Task Nobody_else_creates_one_and_an_unknown_siren_is_unknown()
    {
        Assert.Equal(HttpStatusCode.NotFound, await Given.StatusAsync(host.VisitPlatform(signedIn: true), "/console/groupes/creer?epci=999999999"));
        Assert.Equal(HttpStatusCode.SeeOther, await Given.StatusAsync(host.VisitPlatform(), "/console/groupes/creer"));
        Assert.Equal(HttpStatusCode.NotFound, await Given.StatusAsync(host.Visit(SaasHost.Claret, Role.Administrator), "/console/groupes/creer"));
    }
}
