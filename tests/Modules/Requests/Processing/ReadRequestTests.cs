using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Requests.Tests.Processing;

public sealed class ReadRequestTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task Staff_read_what_was_sent_and_never_the_tracking_code()
    {
        var filed = await host.FileAsync(SaasHost.Claret);

        var text = (await host.Visit(SaasHost.Claret, Role.Administrator).OpenAsync(filed.Staff)).Body!.TextContent;

        Assert.Contains("samedi 12 décembre 2026", text, StringComparison.Ordinal);
        Assert.Contains("Pas d’adresse e-mail\u00a0: téléphonez ou écrivez", text, StringComparison.Ordinal);
        Assert.DoesNotContain(filed.Code, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_elected_member_reads_and_has_no_button()
    {
        var filed = await host.FileAsync(SaasHost.Claret);
        var elected = host.Visit(SaasHost.Claret, Role.Elected);

        var page = await elected.OpenAsync(filed.Staff);
        var act = await elected.GetAsync($"{filed.Staff}/cloturer");

        Assert.Empty(page.QuerySelectorAll("main button, main form"));
        Assert.Equal(HttpStatusCode.Forbidden, act.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/repondre")]
    [InlineData("/cloturer")]
    [InlineData("/noter")]
    [InlineData("/prendre-en-charge")]
    [InlineData("/rouvrir")]
    [InlineData("/liberer")]
    [InlineData("/ecarter")]
    [InlineData("/message-lu")]
    public async Task The_request_of_another_commune_does_not_exist(string act)
    {
        var filed = await host.FileAsync(SaasHost.Matelles);

        var missing = await host.Visit(SaasHost.Claret, Role.Administrator).GetAsync(filed.Staff + act);

        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }
}
