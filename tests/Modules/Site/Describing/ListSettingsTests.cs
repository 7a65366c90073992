using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Site.Tests.Describing;

public sealed class ListSettingsTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task The_secretary_sees_what_is_missing()
    {
        await Given.PreparingCommuneAsync(host, "34014");

        var page = await host.Visit("34014", Role.Administrator).OpenAsync("/gestion/reglages");

        Assert.Contains("À compléter : adresse, téléphone, adresse e-mail, horaires.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_elected_member_does_not_set_anything() =>
        Assert.Equal(HttpStatusCode.Forbidden, (await host.Visit(SaasHost.Claret, Role.Elected).GetAsync("/gestion/reglages")).StatusCode);
}
