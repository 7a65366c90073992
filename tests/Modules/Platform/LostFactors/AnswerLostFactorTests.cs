using System.Net;

namespace Saas.Modules.Platform.Tests.LostFactors;

public sealed class AnswerLostFactorTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task After_the_call_the_access_is_given_back_and_not_before()
    {
        var (_, address, email) = await Given.LostFactorAsync(host);
        var operatorOfPlatform = host.VisitPlatform(signedIn: true);

        var early = await operatorOfPlatform.SubmitAsync(address, "Rendre");
        var kept = await host.Visit(SaasHost.Claret).SubmitAsync("/gestion/connexion", "Se connecter", ("Adresse e-mail", email), ("Mot de passe", SaasHost.Password));
        var done = await operatorOfPlatform.SubmitAsync(address, "Rendre", ("Checked", "true"));
        var free = await host.Visit(SaasHost.Claret).SubmitAsync("/gestion/connexion", "Se connecter", ("Adresse e-mail", email), ("Mot de passe", SaasHost.Password));

        Assert.Contains("Cochez cette case", await early.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("/gestion/connexion/code", kept.Headers.Location?.ToString());
        Assert.Equal("/console/acces-perdus", done.Headers.Location?.ToString());
        Assert.Equal("/gestion", free.Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_refusal_leaves_the_account_as_it_is_and_the_line_goes()
    {
        var (_, address, email) = await Given.LostFactorAsync(host);
        var operatorOfPlatform = host.VisitPlatform(signedIn: true);

        await operatorOfPlatform.SubmitAsync(address, "Refuser");

        Assert.Equal(HttpStatusCode.NotFound, (await operatorOfPlatform.GetAsync(address)).StatusCode);
        var signIn = await host.Visit(SaasHost.Claret).SubmitAsync("/gestion/connexion", "Se connecter", ("Adresse e-mail", email), ("Mot de passe", SaasHost.Password));
        Assert.Equal("/gestion/connexion/code", signIn.Headers.Location?.ToString());
    }
}
