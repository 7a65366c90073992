using System.Net;

namespace Saas.Modules.Platform.Tests.Errors;

public sealed class ShowErrorTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task An_unknown_address_of_the_platform_is_explained_in_French()
    {
        var answer = await host.VisitPlatform().GetAsync("/n-existe-pas");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("Cette page n’existe pas", (await Browser.ReadAsync(answer)).QuerySelector("h1")?.TextContent);
    }

    [Theory]
    [InlineData(413, "L’envoi est trop lourd")]
    [InlineData(429, "Trop d’essais en peu de temps")]
    [InlineData(500, "La page n’a pas pu être affichée")]
    public async Task Each_error_says_what_happened(int code, string title) =>
        Assert.Equal(title, (await host.VisitPlatform().OpenAsync($"/erreur/{code}")).QuerySelector("h1")?.TextContent);
}
