using Saas.Shell.Identity;

namespace Saas.Modules.Accounts.Tests.Searching;

public sealed class SearchBackOfficeTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Theory]
    [InlineData("secretaire de claret")]
    [InlineData("SECRÉTAIRE")]
    [InlineData("secretaire@34078")]
    public async Task A_colleague_is_found_by_the_beginning_of_a_name_or_a_mail(string typed)
    {
        var found = await FindAsync(SaasHost.Claret, Role.Administrator, typed);

        Assert.Contains("Secrétaire de Claret", found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_does_not_compose_the_team_finds_nobody_of_it()
    {
        Assert.DoesNotContain("Secrétaire de Claret", await FindAsync(SaasHost.Claret, Role.Agent, "secretaire"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_of_another_commune_is_found()
    {
        var found = await FindAsync(SaasHost.Claret, Role.Administrator, "matelles");

        Assert.DoesNotContain("Secrétaire de Les Matelles", found, StringComparison.Ordinal);
        Assert.Contains("Rien ne correspond", found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_the_site_is_found_by_its_title()
    {
        Assert.Contains("/gestion/site", await FindAsync(SaasHost.Claret, Role.Secretary, "mairie"), StringComparison.Ordinal);
    }

    private async Task<string> FindAsync(string insee, Role role, string typed)
    {
        var page = await host.Visit(insee, role).OpenAsync($"/gestion/recherche?q={Uri.EscapeDataString(typed)}");
        return page.QuerySelector("main")!.InnerHtml;
    }
}
