using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Accounts.Tests.Team;

public sealed class ListDepartmentsTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string Page = "/gestion/equipe/services";

    [Fact]
    public async Task A_department_is_added_once_even_by_a_double_click_and_can_be_given_to_someone_invited()
    {
        var administrator = host.Visit(SaasHost.Claret, Role.Administrator);
        var name = $"État civil {Guid.NewGuid():N}";
        var form = await administrator.OpenAsync(Page);

        var answers = await Task.WhenAll(AddAsync(administrator, form, name), AddAsync(administrator, form, name));

        Assert.All(answers, answer => Assert.Equal(Page, answer.Headers.Location?.ToString()));
        Assert.Single((await administrator.OpenAsync(Page)).QuerySelectorAll("tbody th"), cell => cell.TextContent == name);
        Assert.Contains(name, await administrator.GetStringAsync("/gestion/equipe/inviter"), StringComparison.Ordinal);
        Assert.DoesNotContain(name, await host.Visit(SaasHost.Matelles, Role.Administrator).GetStringAsync(Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_is_taken_or_missing_is_refused_beside_the_field()
    {
        var administrator = host.Visit(SaasHost.Claret, Role.Administrator);
        var name = $"Urbanisme {Guid.NewGuid():N}";
        await AddAsync(administrator, await administrator.OpenAsync(Page), name);

        var taken = await AddAsync(administrator, await administrator.OpenAsync(Page), name);
        var missing = await AddAsync(administrator, await administrator.OpenAsync(Page), "");

        Assert.Equal("Un service porte déjà ce nom.", (await Browser.ReadAsync(taken)).QuerySelector("#Name-error")?.TextContent);
        Assert.Equal(HttpStatusCode.OK, missing.StatusCode);
    }

    private static Task<HttpResponseMessage> AddAsync(Browser browser, AngleSharp.Html.Dom.IHtmlDocument form, string name) =>
        browser.SubmitAsync(form, Page, "Ajouter", [("Nouveau service", name)]);
}
