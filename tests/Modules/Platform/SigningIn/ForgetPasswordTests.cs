using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Platform.Tests.SigningIn;

public sealed partial class ForgetPasswordTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string NewPassword = "une autre phrase assez longue";

    [Fact]
    public async Task An_operator_receives_a_link_and_chooses_a_password_with_it()
    {
        var email = await GivenOperatorAsync();

        await AskAsync(email);
        var set = await host.VisitPlatform().SubmitAsync(await LinkSentToAsync(email), "Enregistrer", ("Nouveau mot de passe", NewPassword));

        Assert.Equal("/console/connexion", set.Headers.Location?.ToString());
        var signedIn = await host.VisitPlatform().SubmitAsync("/console/connexion", "Se connecter", ("Adresse e-mail", email), ("Mot de passe", NewPassword));
        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
    }

    [Fact]
    public async Task Asking_for_an_unknown_address_or_for_that_of_a_communes_staff_answers_the_same_and_mails_nobody()
    {
        var staff = SaasHost.EmailOf(SaasHost.Claret, Role.Administrator);

        var known = await AskAsync(await GivenOperatorAsync());
        var unknown = await AskAsync("personne@parvis.test");
        var stranger = await AskAsync(staff);

        Assert.Equal(known, unknown);
        Assert.Equal(known, stranger);
        Assert.Empty(MailsTo(staff));
    }

    [Fact]
    public async Task An_address_that_is_not_complete_is_refused_and_kept()
    {
        var answer = await host.VisitPlatform().SubmitAsync("/console/mot-de-passe-oublie", "Envoyer le lien", ("Adresse e-mail", "operateur@"));

        var page = await Browser.ReadAsync(answer);

        Assert.Contains("n’est pas complète", page.QuerySelector("#Email-error")?.TextContent, StringComparison.Ordinal);
        Assert.Equal("operateur@", page.QuerySelector("#Email")?.GetAttribute("value"));
    }

    private async Task<string> GivenOperatorAsync()
    {
        var email = $"{Guid.NewGuid():N}@parvis.test";
        await using var scope = host.Application.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<StaffAccounts>().AddOperatorAsync(email, "Opératrice", SaasHost.Password);
        return email;
    }

    private async Task<string> AskAsync(string email)
    {
        var answer = await host.VisitPlatform().SubmitAsync("/console/mot-de-passe-oublie", "Envoyer le lien", ("Adresse e-mail", email));
        return (await Browser.ReadAsync(answer)).QuerySelector("main")!.InnerHtml;
    }

    private async Task<string> LinkSentToAsync(string email)
    {
        for (var attempt = 0; attempt < 100 && MailsTo(email).Count == 0; attempt++)
        {
            await Task.Delay(50);
        }

        return new Uri(Address().Match(Assert.Single(MailsTo(email))).Value).PathAndQuery;
    }

    /// <summary>The platform has no outbox: what was handed over is in the folder of mails.</summary>
    private List<string> MailsTo(string email)
    {
        var folder = new DirectoryInfo(Path.Combine(host.Application.Services.GetRequiredService<IOptions<DataOptions>>().Value.Folder, "mails"));
        return folder.Exists
            ? folder.EnumerateFiles("*.txt").Select(file => File.ReadAllText(file.FullName)).Where(text => text.StartsWith(email, StringComparison.Ordinal)).ToList()
            : [];
    }

    [GeneratedRegex(@"https://\S+")]
    private static partial Regex Address();
}
