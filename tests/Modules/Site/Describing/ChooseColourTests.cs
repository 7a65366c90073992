using Saas.Shell.Identity;
using Saas.Shell.Theming;

namespace Saas.Modules.Site.Tests.Describing;

public sealed class ChooseColourTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string Address = "/gestion/reglages/apparence";

    [Fact]
    public async Task The_chosen_colour_is_on_the_site_at_once_and_not_on_the_neighbours()
    {
        await host.Visit(SaasHost.Claret, Role.Administrator).SubmitAsync(Address, "Enregistrer la couleur", ("Choice", "#2f6b3a"));

        var address = CommuneIdentity.AddressOf(host.Tenant(SaasHost.Claret))!;
        Assert.Equal("#2f6b3a", host.Tenant(SaasHost.Claret).Accent);
        Assert.Contains(address, await host.Visit(SaasHost.Claret).GetStringAsync("/"), StringComparison.Ordinal);
        Assert.DoesNotContain(address, await host.Visit(SaasHost.Matelles).GetStringAsync("/"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rouge")]
    [InlineData("#12345")]
    [InlineData("#123456}body{display:none")]
    public async Task What_is_no_colour_is_refused(string colour)
    {
        var before = host.Tenant(SaasHost.Matelles).Accent;

        var answer = await host.Visit(SaasHost.Matelles, Role.Administrator).SubmitAsync(Address, "Enregistrer la couleur", ("Choice", "libre"), ("OwnColour", colour));

        Assert.NotNull((await Browser.ReadAsync(answer)).QuerySelector(".error-summary"));
        Assert.Equal(before, host.Tenant(SaasHost.Matelles).Accent);
    }
}
