using System.Net;
using Saas.Modules.Site.Model;
using Saas.Shell.Identity;

namespace Saas.Modules.Site.Tests.Writing;

public sealed class EditAlertTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task Its_level_is_changed()
    {
        var alert = await Given.ContentAsync(host, SaasHost.Claret, new Alert(Guid.CreateVersion7(), Given.Word("alerte")), new AlertWording("Vent fort", AlertLevel.Information, ""), publish: false);
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);

        await browser.SubmitAsync($"/gestion/site/alertes/{alert.Id}", "Enregistrer", ("Niveau", "Vigilance"));

        Assert.Equal("Vigilance", (await browser.OpenAsync($"/gestion/site/alertes/{alert.Id}")).QuerySelector("#Input_Level option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_alert_of_another_commune_does_not_exist()
    {
        var alert = await Given.ContentAsync(host, SaasHost.Matelles, new Alert(Guid.CreateVersion7(), Given.Word("alerte")), new AlertWording("Vent fort", AlertLevel.Information, ""), publish: false);

        Assert.Equal(HttpStatusCode.NotFound, (await host.Visit(SaasHost.Claret, Role.Administrator).GetAsync($"/gestion/site/alertes/{alert.Id}")).StatusCode);
    }
}
