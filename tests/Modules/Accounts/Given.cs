using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Search;

namespace Saas.Modules.Accounts.Tests;

/// <summary>People of a commune, in words.</summary>
internal static partial class Given
{
    public static string Address() => $"{Guid.NewGuid():N}@mairie.test";

    /// <summary>Someone of the commune's team who is nobody else's test.</summary>
    public static async Task<string> MemberAsync(SaasHost host, string insee, Role role, string? email = null)
    {
        email ??= Address();
        await host.InAsync(insee, services => services.GetRequiredService<StaffAccounts>().AddMemberAsync(email, "Camille Roux", role, SaasHost.Password, CancellationToken.None));
        return email;
    }

    public static Task<Guid> MembershipAsync(SaasHost host, string insee, string email) => host.InAsync(insee, services =>
        services.GetRequiredService<SaasDbContext>().Set<Membership>().Where(m => m.Account.Email == email).Select(m => m.Id).SingleOrDefaultAsync());

    public static Task<Role?> RoleAsync(SaasHost host, string insee, string email) => host.InAsync(insee, services =>
        services.GetRequiredService<SaasDbContext>().Set<Membership>().Where(m => m.Account.Email == email).Select(m => (Role?)m.Role).SingleOrDefaultAsync());

    public static async Task<Browser> SignedInAsync(SaasHost host, string insee, string email, WebApplicationFactory<Program>? node = null)
    {
        var browser = node is null ? host.Visit(insee) : host.Visit(node, insee);
        var answer = await SignInAsync(browser, email);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return browser;
    }

    public static Task<HttpResponseMessage> SignInAsync(Browser browser, string email, string password = SaasHost.Password) =>
        browser.SubmitAsync("/gestion/connexion", "Se connecter", ("Adresse e-mail", email), ("Mot de passe", password));

    /// <summary>Binds a telephone to the account of this browser; the key that it holds, and the ten codes on paper.</summary>
    public static async Task<(string Key, IReadOnlyList<string> Codes)> SecondFactorAsync(Browser browser, string page = "/gestion/mon-compte/double-authentification")
    {
        var form = await browser.OpenAsync(page);
        var key = form.QuerySelector(".second-factor__key")!.TextContent;
        var answer = await browser.SubmitAsync(form, page, "Mettre en place", [("Code", Telephone.CodeOf(key))]);
        var codes = CodesOf(await Browser.ReadAsync(answer));
        Assert.Equal(10, codes.Count);
        return (key, codes);
    }

    public static IReadOnlyList<string> CodesOf(IHtmlDocument page) => [.. page.QuerySelectorAll(".recovery-codes code").Select(code => code.TextContent)];

    /// <summary>Invited by the commune's administrator; the link of the mail.</summary>
    public static async Task<string> InvitationAsync(SaasHost host, string insee, string email, Role role = Role.Secretary)
    {
        await host.Visit(insee, Role.Administrator).SubmitAsync("/gestion/equipe/inviter", "Envoyer", ("Prénom et nom", "Camille Roux"), ("Adresse e-mail", email), ("Role", role.ToString()));
        return await LinkAsync(host, insee, email);
    }

    /// <summary>The link of the last mail to this address.</summary>
    public static async Task<string> LinkAsync(SaasHost host, string insee, string email) =>
        new Uri(Link().Match((await host.MailsToAsync(insee, email))[^1].Text).Value).PathAndQuery;

    public static Task<Guid> InvitationIdAsync(SaasHost host, string insee, string email) => host.InAsync(insee, services =>
        services.GetRequiredService<SaasDbContext>().Set<Invitation>().Where(i => i.Email == email).Select(i => i.Id).SingleOrDefaultAsync());

    [GeneratedRegex(@"https://\S+")]
    private static partial Regex Link();

    /// <summary>Someone who serves both communes is on their way from the first to the other.</summary>
    public static async Task<(Browser Claret, string Ticket)> TicketAsync(SaasHost host)
    {
        var email = await MemberAsync(host, SaasHost.Claret, Role.Secretary);
        await MemberAsync(host, SaasHost.Matelles, Role.Agent, email);
        var claret = await SignedInAsync(host, SaasHost.Claret, email);
        var between = await Browser.ReadAsync(await claret.SubmitAsync("/gestion/changer-de-commune", "Les Matelles"));
        return (claret, between.QuerySelector("input[name=billet]")!.GetAttribute("value")!);
    }

    /// <summary>What the browser sends from the page between two communes.</summary>
    public static async Task<HttpResponseMessage> ArriveAsync(Browser browser, string ticket, string? from = "https://claret.parvis.localhost")
    {
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("billet", ticket)]);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/gestion/arrivee", UriKind.Relative)) { Content = content };
        if (from is not null)
        {
            request.Headers.Add("Origin", from);
        }

        return await browser.SendAsync(request);
    }

    public static Task AnEntryAsync(SaasHost host, string insee, string person, string deed, AuditKind kind = AuditKind.Procedures, DateTimeOffset? at = null, params IReadOnlyList<AuditChange> changes) => host.InAsync(insee, async services =>
    {
        var db = services.GetRequiredService<SaasDbContext>();
        db.Add(new AuditEntry
        {
            At = at ?? DateTimeOffset.UtcNow,
            AccountId = null,
            Person = person,
            Kind = kind,
            Deed = deed,
            Address = null,
            Changes = changes,
            SearchText = SearchWords.Normalise($"{person} {deed}"),
        });
        await db.SaveChangesAsync();
    });
}
