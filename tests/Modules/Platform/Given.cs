using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Saas.Shell.Identity;

namespace Saas.Modules.Platform.Tests;

/// <summary>Operators, in words.</summary>
internal static class Given
{
    /// <summary>An operator who is nobody else's test; without a second factor when they need none.</summary>
    public static async Task<string> OperatorAsync(SaasHost host)
    {
        var email = $"{Guid.NewGuid():N}@parvis.test";
        await using var scope = host.Application.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<StaffAccounts>().AddOperatorAsync(email, "Opératrice", SaasHost.Password);
        return email;
    }

    public static async Task<Browser> SignedInAsync(SaasHost host, string email)
    {
        var browser = host.VisitPlatform();
        Assert.Equal(HttpStatusCode.Redirect, (await SignInAsync(browser, email)).StatusCode);
        return browser;
    }

    public static Task<HttpResponseMessage> SignInAsync(Browser browser, string email, string password = SaasHost.Password) =>
        browser.SubmitAsync("/console/connexion", "Se connecter", ("Adresse e-mail", email), ("Mot de passe", password));

    public static async Task<(string Key, IReadOnlyList<string> Codes)> SecondFactorAsync(Browser browser)
    {
        const string Page = "/console/mon-compte/double-authentification";
        var form = await browser.OpenAsync(Page);
        var key = form.QuerySelector(".second-factor__key")!.TextContent;
        var shown = await Browser.ReadAsync(await browser.SubmitAsync(form, Page, "Mettre en place", [("Code", Telephone.CodeOf(key))]));
        return (key, [.. shown.QuerySelectorAll(".recovery-codes code").Select(code => code.TextContent)]);
    }
}
