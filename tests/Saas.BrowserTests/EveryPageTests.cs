using Saas.Shell.Identity;

namespace Saas.BrowserTests;

/// <summary>Every public page, found in the application's own table of pages: a new page is looked at from its first day.</summary>
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
        await live.Communes.FullRubricsAsync(SaasHost.Claret);
        foreach (var level in new[] { "Urgence", "Vigilance", "Information" })
        {
            await live.Communes.AnAlertAsync(SaasHost.Claret, $"Route barrée, {level}", level);
        }

        var shared = await live.Communes.AChangedAndSharedTextAsync(SaasHost.Claret, await live.Communes.APageAsync(SaasHost.Claret, "Une page à relire"));
        await using var resident = await live.VisitAsync(SaasHost.Claret);
        var filed = await resident.FileAsync(procedure, "Ana Roux");
        var document = await live.Communes.ADocumentAsync(SaasHost.Claret, "Règlement du cimetière.pdf");
        var again = await live.AskedAgainAsync(SaasHost.Claret, resident, filed);
        var walk = new Walk(resident, pages);

        await walk.GoAsync(
            ["/", again, filed.Address + "/completer", filed.Address + "/avis", document, filed.Address, filed.Address + "/message", filed.Address + "/fermer", shared, procedure.Public, closed.Public, "/demarches/reprendre/perdu", "/actualites", "/agenda", "/annuaire?q=zzzz", "/conseil", "/conseil/seances.ics", "/menus", "/collecte?quartier=bourg", "/collecte/flux/tout.ics", "/travaux", "/recherche?q=mairie", "/recherche?q=zzzz", "/gestion/connexion", "/gestion/nouveau-mot-de-passe", "/gestion/invitation", "/gestion/arrivee", "/gestion/nouvelle-adresse", "/robots.txt", "/sitemap.xml", "/agenda/flux/tout.ics"],
            page => page.IsPublic);
        await live.AColleagueAsync(SaasHost.Claret, "telephone@claret.test");
        await live.Communes.ProtectAsync("telephone@claret.test");
        await resident.ReachSecondStepAsync("/gestion/connexion", "telephone@claret.test");
        await walk.GoAsync(["/gestion/connexion/code"], page => false);

        walk.AssertNoProblem();
        Assert.Empty(pages.Rows.Where(page => page.IsPublic && !page.OnPlatform && !page.IsStaff && !page.IsError).Select(page => page.Route).Except(walk.Routes));
    }

    [Fact]
    public async Task A_commune_that_has_nothing_of_its_own_yet_shows_no_barrier()
    {
        var pages = await PageTable.ReadAsync(live.Services);
        await using var secretary = await live.VisitAsync(LiveHost.SaintRemy, Role.Administrator);
        var walk = new Walk(secretary, pages);

        await walk.GoAsync(["/", "/demarches", "/actualites", "/annuaire", "/conseil", "/menus", "/collecte", "/travaux", "/contact", "/recherche?q=rien", "/gestion", "/gestion/demandes", "/gestion/demarches", "/gestion/site", "/gestion/site/rubriques", "/gestion/site/annuaire"], page => false);

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
}
