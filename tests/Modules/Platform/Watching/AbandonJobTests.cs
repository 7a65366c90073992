using System.Net;

namespace Saas.Modules.Platform.Tests.Watching;

public sealed class AbandonJobTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task Work_is_abandoned_with_a_reason_and_not_without()
    {
        var kind = await Given.StuckJobAsync(host, SaasHost.Claret);
        var console = host.VisitPlatform(signedIn: true);
        var address = (await console.OpenAsync("/console/travaux?tri=travail")).QuerySelectorAll("tbody a").Single(link => link.TextContent.Contains($"Abandonner {kind}", StringComparison.Ordinal)).GetAttribute("href")!;

        var silent = await Browser.ReadAsync(await console.SubmitAsync(address, "Abandonner"));
        Assert.Equal(7, await Given.AttemptsAsync(host, kind));
        var done = await console.SubmitAsync(address, "Abandonner", ("Raison", "La commune a retiré la page."));

        Assert.Contains("Dites pourquoi", silent.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/console/travaux", done.Headers.Location?.ToString());
        Assert.Null(await Given.AttemptsAsync(host, kind));
        Assert.Equal(HttpStatusCode.NotFound, await Given.StatusAsync(console, address));
    }
}
