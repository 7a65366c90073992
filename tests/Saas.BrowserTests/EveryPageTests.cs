using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Jobs;
using Saas.Shell.Mail;

namespace Saas.BrowserTests;

/// <summary>Every page of the application, found in its own table of pages: a new page is looked at from its first day.</summary>
public sealed class EveryPageTests(LiveHost live) : IClassFixture<LiveHost>
{
    [Fact]
    public async Task Visitors_and_residents_meet_no_barrier_on_any_page()
    {
        var pages = await PageTable.ReadAsync(live.Services);
        var procedure = await live.Communes.AnOpenProcedureAsync(SaasHost.Claret, "Démarche visitée");
        var closed = await live.Communes.AClosedProcedureAsync(SaasHost.Claret, "Démarche fermée visitée");
        await live.Communes.APieceOfNewsAsync(SaasHost.Claret, "Une actualité visitée");
        await live.Communes.AnEventAsync(SaasHost.Claret, "Un marché visité");
        foreach (var level in new[] { "Urgence", "Vigilance", "Information" })
        {
            await live.Communes.AnAlertAsync(SaasHost.Claret, $"Route barrée, {level}", level);
        }

        var shared = await live.Communes.AChangedAndSharedTextAsync(SaasHost.Claret, await live.Communes.APageAsync(SaasHost.Claret, "Une page à relire"));
        await using var resident = await live.VisitAsync(SaasHost.Claret);
        var filed = await resident.FileAsync(procedure, "Ana Roux");
        var walk = new Walk(resident, pages);

        await walk.GoAsync(
            ["/", filed.Address, filed.Address + "/message", filed.Address + "/fermer", shared, procedure.Public, closed.Public, "/demarches/reprendre/perdu", "/actualites", "/agenda", "/recherche?q=mairie", "/recherche?q=zzzz", "/gestion/connexion", "/gestion/nouveau-mot-de-passe", "/gestion/invitation", "/gestion/arrivee", "/gestion/nouvelle-adresse", "/robots.txt", "/sitemap.xml", "/agenda/flux/tout.ics"],
            page => page.IsPublic);
        await live.AColleagueAsync(SaasHost.Claret, "telephone@claret.test");
        await live.Communes.ProtectAsync("telephone@claret.test");
        await resident.ReachSecondStepAsync("/gestion/connexion", "telephone@claret.test");
        await walk.GoAsync(["/gestion/connexion/code"], page => false);

        walk.AssertNoProblem();
        Assert.Empty(pages.Rows.Where(page => page.IsPublic && !page.OnPlatform && !IsStaff(page) && !IsError(page)).Select(page => page.Route).Except(walk.Routes));
    }

    [Fact]
    public async Task The_secretary_meets_no_barrier_on_any_page()
    {
        var pages = await PageTable.ReadAsync(live.Services);
        var draft = await live.Communes.ADraftProcedureAsync(SaasHost.Matelles, "Démarche en brouillon");
        var open = await live.Communes.AnOpenProcedureAsync(SaasHost.Matelles, "Démarche ouverte");
        var closed = await live.Communes.AClosedProcedureAsync(SaasHost.Matelles, "Démarche fermée");
        await live.Communes.APieceOfNewsAsync(SaasHost.Matelles, "Une actualité");
        var page = await live.Communes.APageAsync(SaasHost.Matelles, "Une page");
        var happening = await live.Communes.AnEventAsync(SaasHost.Matelles, "Un marché");
        var alert = await live.Communes.AnAlertAsync(SaasHost.Matelles, "Route barrée jusqu’à ce soir", "Urgence");
        await live.Communes.AChangedAndSharedTextAsync(SaasHost.Matelles, page);
        var thrown = await live.Communes.AThrownPageAsync(SaasHost.Matelles, "Une page jetée");
        await using var resident = await live.VisitAsync(SaasHost.Matelles);
        var waiting = await resident.FileAsync(open, "Ana Roux");
        await resident.WriteToTownHallAsync(waiting, "Un oubli.");
        var answered = await live.AFiledRequestAsync(SaasHost.Matelles, open, "Bao Petit");
        var another = await live.AFiledRequestAsync(SaasHost.Matelles, open, "Chloé Blanc");
        var unwanted = await live.AFiledRequestAsync(SaasHost.Matelles, open, "Robot", unwanted: true);
        await using var secretary = await live.VisitAsync(SaasHost.Matelles, Role.Administrator);
        var toAnswer = await secretary.FindRequestAsync(waiting);
        var toReopen = await secretary.FindRequestAsync(answered);
        var toRelease = await secretary.FindRequestAsync(unwanted, among: "indesirables");
        await secretary.CloseRequestAsync(toReopen);
        var several = $"/gestion/demandes/ensemble?acte=Write&demande={(await secretary.FindRequestAsync(another)).Split('/')[^1]}";
        var told = await secretary.WriteToSeveralAsync(several);
        var (colleague, member) = await ProtectedColleagueAsync();
        await using var _ = colleague;
        var own = new Walk(colleague, pages);
        var (department, invitation, refused) = await SomethingToManageAsync();
        await Assistance.AllowAsync(live.Communes, SaasHost.Matelles, mayAct: true);
        var walk = new Walk(secretary, pages);

        await own.GoAsync(["/gestion/mon-compte/codes-de-secours", "/gestion/changer-de-commune"], page => false);
        await walk.GoAsync(
            [
                "/gestion", "/gestion/bien-demarrer", "/gestion/recherche?q=Ana", "/gestion/recherche?q=zzzz",
                $"/gestion/equipe/{member}", $"/gestion/equipe/{member}/double-authentification", $"/gestion/equipe/{member}/retirer",
                $"/gestion/equipe/services/{department}", $"/gestion/equipe/invitations/{invitation}/renvoyer", $"/gestion/equipe/invitations/{invitation}/annuler",
                $"/gestion/courriels/{refused}", $"/gestion/courriels/{refused}/renvoyer", $"/gestion/courriels/{refused}/regler",
                several, told, toAnswer, toAnswer + "/confier", toAnswer + "/message-lu", toAnswer + "/repondre", toAnswer + "/noter", toAnswer + "/prendre-en-charge",
                toReopen, toRelease, toRelease + "/ecarter",
                draft.Staff, draft.Staff + "/publier", draft.Staff + "/apercu", draft.Staff + "/regles", open.Staff, open.Staff + "/publier", closed.Staff, closed.Staff + "/fermer",
                page, page + "/versions/1", page + "/partage", page + "/relecture", page + "/publication", happening, happening + "/apercu", alert, alert + "/apercu", "/gestion/site/agenda", "/gestion/site/alertes", thrown + "/retablir",
                "/gestion/annonces", Assistance.Page, Assistance.Page + "/terminer",
                "/gestion/deconnexion",
            ],
            IsStaff);

        own.AssertNoProblem();
        walk.AssertNoProblem();
        Assert.Empty(pages.Rows.Where(IsStaff).Select(page => page.Route).Except(walk.Routes).Except(own.Routes));
    }

    [Fact]
    public async Task The_operator_meets_no_barrier_on_any_page()
    {
        var pages = await PageTable.ReadAsync(live.Services);
        await using var @operator = await live.VisitPlatformAsync();
        var walk = new Walk(@operator, pages, onPlatform: true);

        const string Email = "operatrice@parvis.test";
        await live.Communes.AddOperatorAsync(Email);
        var announcement = await AnAnnouncementAsync("Travaux dimanche matin");
        var group = $"/console/groupes/{(await live.Communes.FoundGroupAsync("pays-visite", "Communauté de communes du Pays visité", SaasHost.Claret, SaasHost.Matelles)).Id}";
        await Assistance.AllowAsync(live.Communes, SaasHost.Claret, mayAct: false);

        await walk.GoAsync(["/", "/console/connexion", "/console/nouveau-mot-de-passe", "/console/nouvelle-adresse"], page => page.IsPublic);
        await @operator.SignInAsync("/console/connexion", Email);
        await live.Communes.ProtectAsync(Email);
        await walk.GoAsync(["/console", "/console?q=zzzz", $"/console/operateurs/{await AProtectedOperatorAsync()}/double-authentification", $"/console/acces-perdus/{await ALostTelephoneAsync()}", $"/console/travaux/abandonner?travail={Uri.EscapeDataString(await AStuckJobAsync())}", announcement, announcement + "/retirer", announcement + "/retablir", group, group + "/membres", $"{group}/membres/{SaasHost.Claret}/retirer", $"/console/sites/{live.Communes.Tenant(SaasHost.Claret).Id}/assistance", "/console/mon-compte/codes-de-secours", "/console/deconnexion"], page => true);
        await using var again = await live.VisitPlatformAsync();
        await again.ReachSecondStepAsync("/console/connexion", Email);
        var second = new Walk(again, pages, onPlatform: true);
        await second.GoAsync(["/console/connexion/code"], page => false);
        second.AssertNoProblem();

        walk.AssertNoProblem();
        Assert.Empty(pages.Rows.Where(page => page.OnPlatform && !IsError(page)).Select(page => page.Route).Except(walk.Routes).Except(second.Routes));
    }

    [Fact]
    public async Task A_commune_that_has_nothing_of_its_own_yet_shows_no_barrier()
    {
        var pages = await PageTable.ReadAsync(live.Services);
        await using var secretary = await live.VisitAsync(LiveHost.SaintRemy, Role.Administrator);
        var walk = new Walk(secretary, pages);

        await walk.GoAsync(["/", "/demarches", "/actualites", "/contact", "/recherche?q=rien", "/gestion", "/gestion/demandes", "/gestion/demarches", "/gestion/site"], page => false);

        walk.AssertNoProblem();
    }

    [Fact]
    public async Task A_barrier_is_seen()
    {
        await using var visitor = await live.VisitAsync(SaasHost.Claret);
        var walk = new Walk(visitor, await PageTable.ReadAsync(live.Services));
        await visitor.OpenAsync("/");
        await visitor.Page.EvaluateAsync("() => { const picture = document.createElement('img'); picture.src = 'https://example.org/a.png'; const wide = document.createElement('p'); wide.textContent = 'x'; wide.style.width = '500px'; document.querySelector('main').append(picture, wide); }");

        await walk.CheckAsync("a spoiled page");

        Assert.Contains(walk.Problems, problem => problem.Contains("image-alt", StringComparison.Ordinal));
        Assert.Contains(walk.Problems, problem => problem.Contains("wider than 320 px", StringComparison.Ordinal));
        Assert.Contains(walk.Problems, problem => problem.Contains("asks another host", StringComparison.Ordinal));
        Assert.Contains(walk.Problems, problem => problem.Contains("the console says", StringComparison.Ordinal));
    }

    private async Task<string> AnAnnouncementAsync(string text)
    {
        var console = live.Communes.VisitPlatform(signedIn: true);
        var list = await console.FollowAsync(await console.SubmitAsync("/console/annonces/nouvelle", "Afficher", ("Texte", text), ("Jusqu’au", "2031-05-03T18:00")));
        return list.QuerySelectorAll("tbody a.row-link").Single(link => link.TextContent.Contains(text, StringComparison.Ordinal)).GetAttribute("href")!;
    }

    /// <summary>Someone of Les Matelles who is signed in and protects their account since.</summary>
    private async Task<(Visitor Colleague, Guid Member)> ProtectedColleagueAsync()
    {
        const string Email = "prudente@matelles.test";
        var member = await live.AColleagueAsync(SaasHost.Matelles, Email);
        var colleague = await live.VisitAsync(SaasHost.Matelles);
        await colleague.SignInAsync("/gestion/connexion", Email);
        await live.Communes.ProtectAsync(Email);
        return (colleague, member);
    }

    private async Task<(Guid Department, Guid Invitation, Guid RefusedMail)> SomethingToManageAsync()
    {
        await live.Communes.RefuseMailToAsync(SaasHost.Matelles, "parti@example.test");
        return await live.Communes.InAsync(SaasHost.Matelles, async services =>
        {
            var db = services.GetRequiredService<SaasDbContext>();
            var department = new Department("État civil");
            var invitation = new Invitation { Id = Guid.CreateVersion7(), Email = "invitee@example.test", NormalizedEmail = "INVITEE@EXAMPLE.TEST", Name = "Une invitée", Role = Role.Secretary, InvitedBy = "Le maire" };
            invitation.Renew([1], TimeProvider.System.GetUtcNow());
            db.AddRange(department, invitation);
            await db.SaveChangesAsync();
            return (department.Id, invitation.Id, await db.Set<OutgoingMail>().Where(mail => mail.Recipient == "parti@example.test").Select(mail => mail.Id).FirstAsync());
        });
    }

    private Task<Guid> ALostTelephoneAsync() => live.Communes.InAsync(SaasHost.Claret, async services =>
    {
        var db = services.GetRequiredService<SaasDbContext>();
        var account = await db.Set<Membership>().Select(member => member.AccountId).FirstAsync();
        var lost = new LostSecondFactor { AccountId = account, TenantId = db.TenantId, AskedBy = account, AskedAt = TimeProvider.System.GetUtcNow() };
        db.Add(lost);
        await db.SaveChangesAsync();
        return lost.Id;
    });

    private async Task<Guid> AProtectedOperatorAsync()
    {
        const string Email = "protegee@parvis.test";
        await live.Communes.AddOperatorAsync(Email);
        await live.Communes.ProtectAsync(Email);
        return await live.Communes.InAsync(SaasHost.Claret, services =>
            services.GetRequiredService<SaasDbContext>().Set<Account>().Where(account => account.Email == Email).Select(account => account.Id).SingleAsync());
    }

    private Task<string> AStuckJobAsync() => live.Communes.InAsync(SaasHost.Claret, async services =>
    {
        var db = services.GetRequiredService<SaasDbContext>();
        var work = new DueWork { TenantId = db.TenantId, Kind = "nobody.knows", Id = Guid.CreateVersion7(), DueAt = TimeProvider.System.GetUtcNow().AddHours(-1) };
        db.Add(work);
        await db.SaveChangesAsync();
        return $"{work.TenantId:N} {work.Kind} {work.Id:N}";
    });

    private static bool IsStaff(PageRow page) => !page.OnPlatform && (!page.IsPublic || page.Route == "/gestion/deconnexion")

        // Shows what is typed in another page, and nothing by itself.
        && page.Route != "/gestion/site/apercu";

    /// <summary>Shown in place of another page.</summary>
    private static bool IsError(PageRow page) => page.Route.StartsWith("/erreur/", StringComparison.Ordinal);
}
