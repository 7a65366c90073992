using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Jobs;

namespace Saas.BrowserTests;

/// <summary>Every page of the operator's console. A class of its own, for these long walks to go side by side.</summary>
public sealed class EveryConsolePageTests(LiveHost live) : IClassFixture<LiveHost>
{
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
        Assert.Empty(pages.Rows.Where(page => page.OnPlatform && !page.IsError).Select(page => page.Route).Except(walk.Routes).Except(second.Routes));
    }

    private async Task<string> AnAnnouncementAsync(string text)
    {
        var console = live.Communes.VisitPlatform(signedIn: true);
        var list = await console.FollowAsync(await console.SubmitAsync("/console/annonces/nouvelle", "Afficher", ("Texte", text), ("Jusqu’au", "2031-05-03T18:00")));
        return list.QuerySelectorAll("tbody a.row-link").Single(link => link.TextContent.Contains(text, StringComparison.Ordinal)).GetAttribute("href")!;
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
}
