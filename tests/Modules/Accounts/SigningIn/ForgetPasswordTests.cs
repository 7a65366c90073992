using Saas.Shell.Identity;

namespace Saas.Modules.Accounts.Tests.SigningIn;

public sealed class ForgetPasswordTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task The_link_is_mailed_to_the_person_and_leads_to_the_right_commune()
    {
        var email = SaasHost.EmailOf(SaasHost.Claret, Role.Elected);

        await host.Visit(SaasHost.Claret).SubmitAsync("/gestion/mot-de-passe-oublie", "Envoyer le lien", ("Adresse e-mail", email));

        var mail = (await host.MailsToAsync(SaasHost.Claret, email))[^1];
        Assert.Contains("https://claret.parvis.localhost/gestion/nouveau-mot-de-passe?compte=", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_is_not_one_is_refused_and_shown_again()
    {
        var answer = await host.Visit(SaasHost.Claret).SubmitAsync("/gestion/mot-de-passe-oublie", "Envoyer le lien", ("Adresse e-mail", "secretaire"));

        var page = await Browser.ReadAsync(answer);
        Assert.Contains("n’est pas complète", page.QuerySelector("#Email-error")?.TextContent, StringComparison.Ordinal);
        Assert.Equal("secretaire", page.QuerySelector("#Email")?.GetAttribute("value"));
    }
}
