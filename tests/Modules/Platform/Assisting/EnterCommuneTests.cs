using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saas.Shell.Assistance;
using Saas.Shell.Data;
using Saas.Shell.Identity;

namespace Saas.Modules.Platform.Tests.Assisting;

public sealed class EnterCommuneTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string Signature = "Assistance Parvis — Opérateur";

    [Fact]
    public async Task With_the_communes_consent_an_operator_enters_as_themself_and_is_told_so_on_every_page()
    {
        var site = await Given.CommuneAsync(host, "34035");
        await Assistance.AllowAsync(host, "34035", mayAct: true);
        var console = host.VisitPlatform(signedIn: true);
        var shown = await console.OpenAsync("/console/communes/34035");

        var left = await console.SubmitAsync(shown, "/console/communes/34035", "Entrer dans l’espace de la mairie");
        var between = (await Browser.ReadAsync(left)).QuerySelector("form[data-send-at-once]")!;
        var inside = host.Visit("34035");
        await Assistance.ArriveAsync(inside, between.QuerySelector("input")!.GetAttribute("value")!);

        Assert.Contains("Assistance autorisée jusqu’au", shown.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("La démarche Cantine", shown.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal($"https://{host.Tenant("34035").Slug}.parvis.localhost/gestion/arrivee", between.GetAttribute("action"));
        Assert.Equal("strict-origin", left.Headers.GetValues("Referrer-Policy").Single());
        Assert.Contains("https://*.parvis.localhost", left.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        foreach (var address in new[] { "/gestion", "/gestion/demandes", "/gestion/reglages", "/gestion/site", "/gestion/recherche" })
        {
            var page = await inside.OpenAsync(address);
            Assert.Contains($"au titre de l’assistance, jusqu’", page.QuerySelector(".assisting")!.TextContent, StringComparison.Ordinal);
            Assert.Contains(Signature, page.QuerySelector(".assisting")!.TextContent, StringComparison.Ordinal);
            Assert.Null(page.QuerySelector("a[href='/gestion/mon-compte']"));
        }

        Assert.Equal(site, host.Tenant("34035").Id);
    }

    [Fact]
    public async Task Without_consent_there_is_no_button_no_ticket_and_no_way_in()
    {
        await Given.CommuneAsync(host, "34036");
        var console = host.VisitPlatform(signedIn: true);

        var page = await console.OpenAsync("/console/communes/34036");

        Assert.DoesNotContain("Entrer dans l’espace", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null(await Assistance.TicketAsync(host, "34036", console));
        Assert.Equal(HttpStatusCode.SeeOther, await Given.StatusAsync(host.Visit("34036"), "/gestion"));
        var refused = await host.Visit("34036").SubmitAsync("/gestion/connexion", "Se connecter", ("Adresse e-mail", SaasHost.OperatorEmail), ("Mot de passe", SaasHost.Password));
        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
    }

    [Fact]
    public async Task A_site_that_does_not_exist_is_not_entered() =>
        Assert.Equal(HttpStatusCode.NotFound, await Given.StatusAsync(host.VisitPlatform(signedIn: true), $"/console/sites/{Guid.NewGuid()}/assistance"));

    [Fact]
    public async Task A_ticket_made_up_used_of_another_commune_from_elsewhere_or_whose_consent_or_session_ended_opens_nothing_and_says_the_same()
    {
        await Given.CommuneAsync(host, "34037");
        await Given.CommuneAsync(host, "34038");
        await Assistance.AllowAsync(host, "34037", mayAct: true);
        await Assistance.AllowAsync(host, "34038", mayAct: true);
        var used = await TicketAsync("34037");
        await Assistance.ArriveAsync(host.Visit("34037"), used);
        var signedOut = host.VisitPlatform(signedIn: true);
        var orphan = (await Assistance.TicketAsync(host, "34037", signedOut))!;
        await signedOut.SubmitAsync("/console/deconnexion", "Se déconnecter");
        var late = await TicketAsync("34038");
        await Assistance.EndAsync(host, "34038");
        await Assistance.AllowAsync(host, "34038", mayAct: true);
        var there = host.Visit("34037");

        var pages = new[]
        {
            await MainAsync(await there.GetAsync("/gestion/arrivee")),
            await MainAsync(await Assistance.ArriveAsync(there, "invente")),
            await MainAsync(await Assistance.ArriveAsync(there, used)),
            await MainAsync(await Assistance.ArriveAsync(there, await TicketAsync("34038"))),
            await MainAsync(await Assistance.ArriveAsync(there, await TicketAsync("34037"), from: "https://ailleurs.test")),
            await MainAsync(await Assistance.ArriveAsync(there, await TicketAsync("34037"), from: $"https://{host.Tenant("34037").Slug}.parvis.localhost")),
            await MainAsync(await Assistance.ArriveAsync(there, await TicketAsync("34037"), from: "null")),
            await MainAsync(await Assistance.ArriveAsync(there, await TicketAsync("34037"), from: null)),
            await MainAsync(await Assistance.ArriveAsync(there, orphan)),
            await MainAsync(await Assistance.ArriveAsync(host.Visit("34038"), late)),
        };

        Assert.Contains("Ce passage n’est plus ouvert", pages[0], StringComparison.Ordinal);
        Assert.All(pages, page => Assert.Equal(pages[0], page));
        Assert.Equal(HttpStatusCode.SeeOther, await Given.StatusAsync(there, "/gestion"));
    }

    [Fact]
    public async Task A_ticket_serves_once_even_on_two_nodes()
    {
        await Given.CommuneAsync(host, "34039");
        await Assistance.AllowAsync(host, "34039", mayAct: true);
        var ticket = await TicketAsync("34039");
        await using var other = host.AnotherNode();

        var answers = await Task.WhenAll(Assistance.ArriveAsync(host.Visit("34039"), ticket), Assistance.ArriveAsync(host.Visit(other, "34039"), ticket));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task What_assistance_does_is_signed_as_such_and_it_stays_out_of_the_team_the_accounts_the_exports_and_the_decisions()
    {
        await Given.CommuneAsync(host, "34040");
        var inside = await Assistance.EnterAsync(host, "34040", mayAct: true);

        var created = await inside.SubmitAsync("/gestion/site/actualites/nouvelle", null, ("Input.Title", "Écrite par l’assistance"), ("Input.Body", "<p>Essai.</p>"));

        Assert.Equal(HttpStatusCode.Redirect, created.StatusCode);
        foreach (var address in new[]
        {
            "/gestion/equipe", "/gestion/equipe/inviter", "/gestion/equipe/services", "/gestion/mon-compte", "/gestion/mon-compte/mot-de-passe", "/gestion/mon-compte/adresse",
            "/gestion/changer-de-commune", "/gestion/journal", "/gestion/journal/exporter", "/gestion/demandes/exporter", "/gestion/demandes/ensemble", Assistance.Page, $"{Assistance.Page}/terminer",
        })
        {
            Assert.Equal((address, HttpStatusCode.Forbidden), (address, await Given.StatusAsync(inside, address)));
        }

        var trail = await host.Visit("34040", Role.Administrator).OpenAsync($"/gestion/journal?qui={Uri.EscapeDataString(Signature)}");
        var deeds = trail.QuerySelectorAll(".audit-sentence").Select(sentence => sentence.TextContent).ToList();
        Assert.Contains(deeds, deed => deed.Contains("a ouvert l’espace de la mairie", StringComparison.Ordinal));
        Assert.Contains(deeds, deed => deed.Contains("Écrite par l’assistance", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_may_only_look_opens_what_a_secretary_opens_and_saves_nothing()
    {
        await Given.CommuneAsync(host, "34041");
        var inside = await Assistance.EnterAsync(host, "34041", mayAct: false);
        var form = await inside.OpenAsync("/gestion/site/actualites/nouvelle");

        var refused = await inside.SubmitAsync(form, "/gestion/site/actualites/nouvelle", null, [("Input.Title", "Interdite"), ("Input.Body", "<p>Essai.</p>")]);

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("L’assistance ne va pas jusque-là", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("rien ne s’enregistre", form.QuerySelector(".assisting")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Interdite", await inside.GetStringAsync("/gestion/site/actualites"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_administrators_are_told_by_mail_of_each_entry_and_nobody_else()
    {
        await Given.CommuneAsync(host, "34042");

        await Assistance.EnterAsync(host, "34042", mayAct: false);

        var mail = Assert.Single(await host.MailsToAsync("34042", SaasHost.EmailOf("34042", Role.Administrator)), mail => mail.Subject.Contains("assistance", StringComparison.Ordinal));
        Assert.Contains("Opérateur, de l’équipe de Parvis", mail.Text, StringComparison.Ordinal);
        Assert.Contains($"https://{host.Tenant("34042").Slug}.parvis.localhost{Assistance.Page}", mail.Text, StringComparison.Ordinal);
        Assert.Empty(await host.MailsToAsync("34042", SaasHost.EmailOf("34042", Role.Secretary)));
    }

    [Fact]
    public async Task Ending_a_visit_leads_back_to_the_console_and_both_trails_say_when_one_came_and_went()
    {
        await Given.CommuneAsync(host, "34044");
        var inside = await Assistance.EnterAsync(host, "34044", mayAct: true);
        var page = await inside.OpenAsync("/gestion");
        var token = page.QuerySelector(".assisting input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        var left = await inside.PostAsync(page.QuerySelector(".assisting form")!.GetAttribute("action")!, ("__RequestVerificationToken", token));

        Assert.Equal($"https://parvis.localhost/console/sites/{host.Tenant("34044").Id}/assistance", left.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.SeeOther, await Given.StatusAsync(inside, "/gestion"));
        var here = await host.Visit("34044", Role.Administrator).GetStringAsync($"/gestion/journal?qui={Uri.EscapeDataString(Signature)}");
        var there = await host.VisitPlatform(signedIn: true).GetStringAsync($"/console/journal?site={host.Tenant("34044").Id}");
        Assert.All(new[] { here, there }, trail =>
        {
            Assert.Contains("a ouvert l’espace de la mairie", trail, StringComparison.Ordinal);
            Assert.Contains("a quitté l’espace de la mairie", trail, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_consent_that_is_over_closes_the_door_at_the_next_request_whatever_the_session_says()
    {
        await Given.CommuneAsync(host, "34045");
        var inside = await Assistance.EnterAsync(host, "34045", mayAct: true);
        var before = await Given.StatusAsync(inside, "/gestion");

        await host.InAsync("34045", services => services.GetRequiredService<SaasDbContext>().Set<AssistanceConsent>()
            .ExecuteUpdateAsync(set => set.SetProperty(consent => consent.ExpiresAt, DateTimeOffset.UtcNow.AddSeconds(-1))));

        Assert.Equal(HttpStatusCode.OK, before);
        Assert.Equal(HttpStatusCode.SeeOther, await Given.StatusAsync(inside, "/gestion"));
        Assert.Equal(HttpStatusCode.SeeOther, await Given.StatusAsync(inside, "/gestion/demandes"));
    }

    [Fact]
    public async Task A_commune_that_was_closed_and_opened_again_is_entered_anew()
    {
        var site = await Given.CommuneAsync(host, "34046");
        var inside = await Assistance.EnterAsync(host, "34046", mayAct: true);
        var console = host.VisitPlatform(signedIn: true);

        await console.SubmitAsync($"/console/sites/{site}/etat", "Enregistrer", ("State", "Disabled"), ("Message", "Fermé."));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await Given.StatusAsync(inside, "/gestion"));
        Assert.Null(await Assistance.TicketAsync(host, "34046", console));
        await console.SubmitAsync($"/console/sites/{site}/etat", "Enregistrer", ("State", "Open"));
        Assert.Equal(HttpStatusCode.SeeOther, await Given.StatusAsync(inside, "/gestion"));
    }

    [Fact]
    public async Task A_session_of_assistance_opens_no_other_commune_and_ends_with_the_operators_post()
    {
        await Given.CommuneAsync(host, "34047");
        var email = $"{Guid.NewGuid():N}@parvis.test";
        await host.AddOperatorAsync(email);
        var inside = await Assistance.EnterAsync(host, "34047", mayAct: true, await Given.SignedInAsync(host, email));
        var copied = host.Visit(SaasHost.Matelles);
        foreach (Cookie cookie in inside.Cookies.GetAllCookies())
        {
            copied.Cookies.Add(new Uri("https://les-matelles.parvis.localhost"), new Cookie(cookie.Name, cookie.Value));
        }

        var elsewhere = await Given.StatusAsync(copied, "/gestion");
        await using var scope = host.Application.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SaasDbContext>().Set<Account>().Where(account => account.Email == email)
            .ExecuteUpdateAsync(set => set.SetProperty(account => account.IsOperator, false));

        Assert.Equal(HttpStatusCode.SeeOther, elsewhere);
        Assert.Equal(HttpStatusCode.SeeOther, await Given.StatusAsync(inside, "/gestion"));
    }

    [Fact]
    public async Task An_operator_who_also_works_there_has_no_more_rights_by_assistance()
    {
        await Given.CommuneAsync(host, "34048");
        var email = $"{Guid.NewGuid():N}@parvis.test";
        await host.AddOperatorAsync(email);
        await host.InAsync("34048", services => SaasHost.AddAdministratorAsync(services, email, "Une opératrice"));

        var inside = await Assistance.EnterAsync(host, "34048", mayAct: true, await Given.SignedInAsync(host, email));

        Assert.Equal(HttpStatusCode.Forbidden, await Given.StatusAsync(inside, "/gestion/equipe"));
        Assert.NotNull((await inside.OpenAsync("/gestion")).QuerySelector(".assisting"));
    }

    [Fact]
    public async Task A_group_lets_the_operator_in_as_a_commune_does()
    {
        var group = await host.FoundGroupAsync("cc-assistee", "CC assistée");
        await Assistance.AllowAsync(host, "cc-assistee", mayAct: false);
        var console = host.VisitPlatform(signedIn: true);
        var page = await console.OpenAsync($"/console/groupes/{group.Id}");
        var inside = host.Visit("cc-assistee");

        await Assistance.ArriveAsync(inside, (await Assistance.TicketAsync(host, "cc-assistee", console))!);

        Assert.Contains("Entrer dans l’espace de l’intercommunalité", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await inside.OpenAsync("/gestion")).QuerySelector(".assisting"));
    }

    private async Task<string> TicketAsync(string insee) => (await Assistance.TicketAsync(host, insee))!;

    private static async Task<string> MainAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await Browser.ReadAsync(answer)).QuerySelector("main")!.TextContent;
    }
}
