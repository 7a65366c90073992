using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Saas.Shell.Identity;

namespace Saas.Modules.Platform.Tests.SigningIn;

public sealed class SetPasswordTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string NewPassword = "une autre phrase assez longue";

    [Fact]
    public async Task A_new_operator_chooses_a_password_with_their_link_once()
    {
        var (email, link) = await GivenOperatorAsync();

        var set = await host.VisitPlatform().SubmitAsync(link, "Enregistrer", ("Nouveau mot de passe", NewPassword));
        var again = await host.VisitPlatform().GetAsync(link);

        Assert.Equal("/console/connexion", set.Headers.Location?.ToString());
        Assert.Contains("Ce lien n’est plus valable", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var signedIn = await host.VisitPlatform().SubmitAsync("/console/connexion", "Se connecter", ("Adresse e-mail", email), ("Mot de passe", NewPassword));
        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
    }

    [Fact]
    public async Task A_short_password_is_refused_and_the_link_still_serves()
    {
        var (_, link) = await GivenOperatorAsync();

        var refused = await host.VisitPlatform().SubmitAsync(link, "Enregistrer", ("Nouveau mot de passe", "court"));

        Assert.Contains("12 caractères", (await Browser.ReadAsync(refused)).QuerySelector("#Password-error")?.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await host.VisitPlatform().SubmitAsync(link, "Enregistrer", ("Nouveau mot de passe", NewPassword))).StatusCode);
    }

    [Fact]
    public async Task A_link_that_was_made_up_is_said_to_be_void_and_has_no_form()
    {
        var page = await host.VisitPlatform().OpenAsync($"/console/nouveau-mot-de-passe?compte={Guid.NewGuid()}&jeton=x");

        Assert.Equal("Ce lien n’est plus valable", page.QuerySelector("h1")!.TextContent);
        Assert.Null(page.QuerySelector("main form"));
        Assert.NotNull(page.QuerySelector("main a[href='/console/mot-de-passe-oublie']"));
    }

    private async Task<(string Email, string Link)> GivenOperatorAsync()
    {
        var email = $"{Guid.NewGuid():N}@parvis.test";
        await using var scope = host.Application.Services.CreateAsyncScope();
        var account = await scope.ServiceProvider.GetRequiredService<StaffAccounts>().AddOperatorAsync(email, "Opératrice", password: null);
        var token = await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().GeneratePasswordResetTokenAsync(account);
        return (email, $"/console/nouveau-mot-de-passe?compte={account.Id}&jeton={Uri.EscapeDataString(token)}");
    }
}
