using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Platform.Tests.SigningIn;

public sealed class SignInTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task The_operator_signs_in_and_arrives_where_they_were_going()
    {
        var browser = host.VisitPlatform();

        var answer = await browser.SubmitAsync("/console/connexion?retour=%2Fconsole%3Fq%3DClaret", "Se connecter", ("Adresse e-mail", SaasHost.OperatorEmail), ("Mot de passe", SaasHost.Password));

        Assert.Equal("/console?q=Claret", answer.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/console")).StatusCode);
    }

    [Fact]
    public async Task The_staff_of_a_commune_are_refused_like_anyone_unknown_and_keep_what_they_typed()
    {
        var staff = await TryAsync(SaasHost.EmailOf(SaasHost.Claret, Role.Administrator), SaasHost.Password);
        var unknown = await TryAsync("personne@example.test", SaasHost.Password);

        Assert.Equal(unknown.Refusal, staff.Refusal);
        Assert.NotEqual("", staff.Refusal);
        Assert.Equal(SaasHost.EmailOf(SaasHost.Claret, Role.Administrator), staff.Email);
    }

    [Fact]
    public async Task Nobody_is_sent_to_another_site_after_signing_in()
    {
        var answer = await host.VisitPlatform().SubmitAsync("/console/connexion?retour=https%3A%2F%2Fexample.org", "Se connecter", ("Adresse e-mail", SaasHost.OperatorEmail), ("Mot de passe", SaasHost.Password));

        Assert.Equal("/console", answer.Headers.Location?.ToString());
    }

    private async Task<(string Refusal, string? Email)> TryAsync(string email, string password)
    {
        var answer = await host.VisitPlatform().SubmitAsync("/console/connexion", "Se connecter", ("Adresse e-mail", email), ("Mot de passe", password));
        var page = await Browser.ReadAsync(answer);
        return (string.Join(' ', page.QuerySelectorAll("main ul li").Select(line => line.TextContent.Trim())), page.QuerySelector("input[type=email]")?.GetAttribute("value"));
    }
}
