using Microsoft.Extensions.DependencyInjection;
using Saas.Shell.Identity;
using Saas.Shell.Mail;
using Saas.Shell.Settings;

namespace Saas.Modules.Mails.Tests.Sending;

public sealed class ChooseSenderTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string Page = "/gestion/reglages/courriels";

    [Fact]
    public async Task The_name_and_the_address_for_answers_are_kept()
    {
        var secretary = host.Visit(SaasHost.Claret, Role.Secretary);

        await secretary.FollowAsync(await secretary.SubmitAsync(Page, "Enregistrer", ("SenderName", " Accueil de Claret "), ("ReplyTo", "accueil@claret.test")));

        var kept = await host.InAsync(SaasHost.Claret, services => services.GetRequiredService<ITenantSettings>().GetAsync<MailSettings>(CancellationToken.None));
        Assert.Equal(new MailSettings { SenderName = "Accueil de Claret", ReplyTo = "accueil@claret.test" }, kept);
    }

    [Theory]
    [InlineData("ReplyTo", "pas une adresse", "n’est pas complète")]
    [InlineData("ReplyTo", "a@b.test, c@d.test", "n’est pas complète")]
    [InlineData("SenderName", "Mairie\r\nBcc: tous@example.test", "une seule ligne")]
    public async Task What_cannot_be_a_header_is_refused_and_kept_on_the_page(string field, string typed, string reason)
    {
        using var answer = await host.Visit(SaasHost.Matelles, Role.Administrator).SubmitAsync(Page, "Enregistrer", (field, typed));
        var page = await Browser.ReadAsync(answer);

        Assert.Contains(reason, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotEqual("", page.QuerySelector($"#{field}")!.GetAttribute("value"));
    }
}
