using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Accounts.Tests.Team;

public sealed class InviteMemberTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string Page = "/gestion/equipe/inviter";

    [Fact]
    public async Task Someone_invited_receives_a_link_of_this_commune_and_the_list_says_so()
    {
        var email = Given.Address();
        var administrator = host.Visit(SaasHost.Claret, Role.Administrator);

        var answer = await InviteAsync(administrator, email);

        Assert.Equal("/gestion/equipe", answer.Headers.Location?.ToString());
        var mail = Assert.Single(await host.MailsToAsync(SaasHost.Claret, email));
        Assert.Contains("https://claret.parvis.localhost/gestion/invitation?", mail.Text, StringComparison.Ordinal);
        Assert.Contains(email, await administrator.GetStringAsync("/gestion/equipe"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_double_click_invites_once()
    {
        var email = Given.Address();
        var administrator = host.Visit(SaasHost.Claret, Role.Administrator);
        var form = await administrator.OpenAsync(Page);

        var answers = await Task.WhenAll(InviteAsync(administrator, email, form), InviteAsync(administrator, email, form));

        Assert.All(answers, answer => Assert.Equal("/gestion/equipe", answer.Headers.Location?.ToString()));
        Assert.Single(await host.MailsToAsync(SaasHost.Claret, email));
    }

    [Fact]
    public async Task Whether_the_person_has_an_account_elsewhere_changes_nothing_that_the_inviter_sees()
    {
        var elsewhere = await Given.MemberAsync(host, SaasHost.Matelles, Role.Secretary);
        var nowhere = Given.Address();

        var known = await ShownAfterAsync(elsewhere);
        var unknown = await ShownAfterAsync(nowhere);

        Assert.Equal(unknown.Replace(nowhere, "x", StringComparison.Ordinal), known.Replace(elsewhere, "x", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refused_invitation_keeps_what_was_typed()
    {
        var answer = await host.Visit(SaasHost.Claret, Role.Administrator).SubmitAsync(Page, "Envoyer", ("Prénom et nom", "Jeanne Vidal"), ("Adresse e-mail", "jeanne@"));

        var page = await Browser.ReadAsync(answer);

        Assert.Equal("Jeanne Vidal", page.QuerySelector("#Name")?.GetAttribute("value"));
        Assert.Equal("jeanne@", page.QuerySelector("#Email")?.GetAttribute("value"));
        Assert.Contains("n’est pas complète", page.QuerySelector("#Email-error")?.TextContent, StringComparison.Ordinal);
        Assert.Contains("Choisissez un rôle", page.QuerySelector("#Role-error")?.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Someone_of_the_team_or_already_invited_is_not_invited_again()
    {
        var administrator = host.Visit(SaasHost.Claret, Role.Administrator);
        var invited = Given.Address();
        await InviteAsync(administrator, invited);

        var member = await InviteAsync(administrator, await Given.MemberAsync(host, SaasHost.Claret, Role.Agent));
        var again = await InviteAsync(administrator, invited.ToUpperInvariant());

        Assert.Contains("fait déjà partie de l’équipe", await member.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("a déjà été invitée", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_role_of_the_platform_and_a_department_of_another_commune_are_not_given()
    {
        var theirs = await GivenDepartmentAsync(SaasHost.Matelles);
        var administrator = host.Visit(SaasHost.Claret, Role.Administrator);
        var form = await administrator.OpenAsync(Page);
        var token = form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var email = Given.Address();

        var asOperator = await administrator.PostAsync(Page, ("__RequestVerificationToken", token), ("Name", "Intrus"), ("Email", email), ("Role", "Operator"));
        var elsewhere = await administrator.PostAsync(Page, ("__RequestVerificationToken", token), ("Name", "Intrus"), ("Email", email), ("Role", "Agent"), ("DepartmentId", theirs.ToString()));

        Assert.Equal(HttpStatusCode.OK, asOperator.StatusCode);
        Assert.Equal(HttpStatusCode.OK, elsewhere.StatusCode);
        Assert.Empty(await host.MailsToAsync(SaasHost.Claret, email));
    }

    private static Task<HttpResponseMessage> InviteAsync(Browser browser, string email, AngleSharp.Html.Dom.IHtmlDocument? form = null) => form is null
        ? browser.SubmitAsync(Page, "Envoyer", ("Prénom et nom", "Camille Roux"), ("Adresse e-mail", email), ("Role", "Agent"))
        : browser.SubmitAsync(form, Page, "Envoyer", [("Prénom et nom", "Camille Roux"), ("Adresse e-mail", email), ("Role", "Agent")]);

    /// <summary>The row of the list and the mail, without what differs by nature.</summary>
    private async Task<string> ShownAfterAsync(string email)
    {
        var administrator = host.Visit(SaasHost.Claret, Role.Administrator);
        var answer = await InviteAsync(administrator, email);
        var list = await administrator.FollowAsync(answer);
        var row = list.QuerySelectorAll("section[aria-labelledby=invited] tr").Single(line => line.TextContent.Contains(email, StringComparison.Ordinal));
        return string.Join(' ', $"{answer.StatusCode} {row.TextContent} {list.QuerySelector(".message")?.TextContent}".Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private Task<Guid> GivenDepartmentAsync(string insee) => host.InAsync(insee, async services =>
    {
        var db = (Saas.Shell.Data.SaasDbContext)services.GetService(typeof(Saas.Shell.Data.SaasDbContext))!;
        var department = new Department($"Urbanisme {Guid.NewGuid():N}");
        db.Add(department);
        await db.SaveChangesAsync();
        return department.Id;
    });
}
