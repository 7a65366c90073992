using Microsoft.Extensions.DependencyInjection;
using Saas.Shell.Data;
using Saas.Shell.Identity;

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
        await using var resident = await live.VisitAsync(SaasHost.Claret);
        var filed = await resident.FileAsync(procedure, "Ana Roux");
        var walk = new Walk(resident, pages);

        await walk.GoAsync(
            ["/", filed.Address, filed.Address + "/message", filed.Address + "/fermer", procedure.Public, closed.Public, "/actualites", "/recherche?q=mairie", "/recherche?q=zzzz", "/gestion/connexion", "/gestion/nouveau-mot-de-passe", "/gestion/invitation", "/gestion/arrivee", "/gestion/nouvelle-adresse", "/robots.txt", "/sitemap.xml"],
            page => page.IsPublic);
        await ReachSecondStepAsync(resident);
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
        await live.Communes.APageAsync(SaasHost.Matelles, "Une page");
        await using var resident = await live.VisitAsync(SaasHost.Matelles);
        var waiting = await resident.FileAsync(open, "Ana Roux");
        await resident.WriteToTownHallAsync(waiting, "Un oubli.");
        var answered = await live.AFiledRequestAsync(SaasHost.Matelles, open, "Bao Petit");
        var unwanted = await live.AFiledRequestAsync(SaasHost.Matelles, open, "Robot", unwanted: true);
        await using var secretary = await live.VisitAsync(SaasHost.Matelles, Role.Administrator);
        var toAnswer = await secretary.FindRequestAsync(waiting);
        var toReopen = await secretary.FindRequestAsync(answered);
        var toRelease = await secretary.FindRequestAsync(unwanted, among: "indesirables");
        await secretary.CloseRequestAsync(toReopen);
        var walk = new Walk(secretary, pages);

        await walk.GoAsync(
            [
                "/gestion",
                toAnswer, toAnswer + "/message-lu", toAnswer + "/repondre", toAnswer + "/noter", toAnswer + "/prendre-en-charge",
                toReopen, toRelease, toRelease + "/ecarter",
                draft.Staff, draft.Staff + "/publier", draft.Staff + "/apercu", open.Staff, open.Staff + "/publier", closed.Staff, closed.Staff + "/fermer",
                "/gestion/deconnexion",
            ],
            IsStaff);

        walk.AssertNoProblem();
        Assert.Empty(pages.Rows.Where(IsStaff).Select(page => page.Route).Except(walk.Routes));
    }

    [Fact]
    public async Task The_operator_meets_no_barrier_on_any_page()
    {
        var pages = await PageTable.ReadAsync(live.Services);
        await using var @operator = await live.VisitPlatformAsync();
        var walk = new Walk(@operator, pages, onPlatform: true);

        await walk.GoAsync(["/", "/console/connexion", "/console/nouveau-mot-de-passe"], page => page.IsPublic);
        await @operator.SignInAsync("/console/connexion", SaasHost.OperatorEmail);
        await walk.GoAsync(["/console", "/console?q=zzzz", "/console/deconnexion"], page => true);

        walk.AssertNoProblem();
        Assert.Empty(pages.Rows.Where(page => page.OnPlatform && !IsError(page)).Select(page => page.Route).Except(walk.Routes));
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

    private async Task ReachSecondStepAsync(Visitor visitor)
    {
        const string Email = "telephone@claret.test";
        await live.Communes.InAsync(SaasHost.Claret, async services =>
        {
            var account = await services.GetRequiredService<StaffAccounts>().AddMemberAsync(Email, "Une personne prudente", Role.Secretary, SaasHost.Password, CancellationToken.None);
            account.TwoFactorEnabled = true;
            await services.GetRequiredService<SaasDbContext>().SaveChangesAsync();
        });
        await visitor.OpenAsync("/gestion/connexion");
        await visitor.Field("Adresse e-mail").FillAsync(Email);
        await visitor.Field("Mot de passe").FillAsync(SaasHost.Password);
        await visitor.PressAsync("Se connecter");
        await visitor.SeesTitleAsync("Code de votre téléphone");
    }

    private static bool IsStaff(PageRow page) => !page.OnPlatform && (!page.IsPublic || page.Route == "/gestion/deconnexion")

        // Shows what is typed in another page, and nothing by itself.
        && page.Route != "/gestion/site/apercu";

    /// <summary>Shown in place of another page.</summary>
    private static bool IsError(PageRow page) => page.Route.StartsWith("/erreur/", StringComparison.Ordinal);
}
