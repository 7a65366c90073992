using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Site.Tests.Writing;

public sealed class EditRoadWorksTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task Works_that_last_longer_stay_on_the_page()
    {
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var works = await Given.WorksAsync(host, SaasHost.Claret, today.AddDays(-9), today.AddDays(-2));
        Assert.DoesNotContain(works.Title, await host.Visit(SaasHost.Claret).GetStringAsync("/travaux"), StringComparison.Ordinal);

        await host.Visit(SaasHost.Claret, Role.Administrator).SubmitAsync($"/gestion/site/travaux/{works.Id}", "Enregistrer", ("Dernier jour", today.AddDays(5).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));

        Assert.Contains(works.Title, await host.Visit(SaasHost.Claret).GetStringAsync("/travaux"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_works_of_another_commune_do_not_exist()
    {
        var works = await Given.WorksAsync(host, SaasHost.Matelles, new DateOnly(2031, 5, 5), new DateOnly(2031, 5, 9));

        Assert.Equal(HttpStatusCode.NotFound, (await host.Visit(SaasHost.Claret, Role.Administrator).GetAsync($"/gestion/site/travaux/{works.Id}")).StatusCode);
    }
}
