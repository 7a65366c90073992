using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Site.Tests.Describing;

public sealed class PreviewLookTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string Address = "/gestion/reglages/apparence/apercu";

    [Fact]
    public async Task A_look_that_does_not_exist_is_shown_as_the_commune_wears_it()
    {
        var page = await host.Visit(SaasHost.Claret, Role.Administrator).OpenAsync($"{Address}?theme=ailleurs&couleur=%23fff%7Dbody%7B&blason={Guid.NewGuid()}");

        Assert.NotNull(page.QuerySelector($"link[href*='Saas.Themes/{host.Tenant(SaasHost.Claret).Look.Theme}.']"));
        Assert.DoesNotContain(page.QuerySelectorAll("img"), image => image.ClassName == "blason");
    }

    [Fact]
    public async Task Visitors_do_not_see_previews()
    {
        var answer = await host.Visit(SaasHost.Claret).GetAsync($"{Address}?theme=bourg");

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }
}
