using Saas.Shell.Identity;

namespace Saas.Modules.Forms.Tests.Composing;

public sealed class FormsTodayTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task An_open_procedure_whose_recipient_is_unreachable_is_on_the_home_page()
    {
        var form = await host.OpenAsync(SaasHost.Claret, Given.Name);
        await host.RefuseMailToAsync(SaasHost.Claret, form.Recipient);

        var page = await host.Visit(SaasHost.Claret, Role.Administrator).OpenAsync("/gestion");

        Assert.Contains($"Personne n’est prévenu des demandes « {form.Title} »", page.Words(), StringComparison.Ordinal);
    }
}
