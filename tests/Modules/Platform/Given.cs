using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Jobs;
using Saas.Shell.Provisioning;
using Saas.Shell.Tenancy;

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

    /// <summary>Someone of two communes who lost their telephone, as an administrator of one of them says; the operator's page for it.</summary>
    public static async Task<(string Name, string Address, string Email)> LostFactorAsync(SaasHost host)
    {
        var (name, email) = ($"Camille {Guid.NewGuid():N}", $"{Guid.NewGuid():N}@mairie.test");
        foreach (var insee in new[] { SaasHost.Claret, SaasHost.Matelles })
        {
            await host.InAsync(insee, services => services.GetRequiredService<StaffAccounts>().AddMemberAsync(email, name, Role.Secretary, SaasHost.Password, CancellationToken.None));
        }

        var person = host.Visit(SaasHost.Claret);
        await person.SubmitAsync("/gestion/connexion", "Se connecter", ("Adresse e-mail", email), ("Mot de passe", SaasHost.Password));
        await SecondFactorAsync(person, "/gestion/mon-compte/double-authentification");
        var administrator = host.Visit(SaasHost.Claret, Role.Administrator);
        var member = (await administrator.OpenAsync("/gestion/equipe")).QuerySelectorAll("tbody a").Single(link => link.TextContent == name).GetAttribute("href");
        await administrator.SubmitAsync($"{member}/double-authentification", "Demander", ("Votre mot de passe", SaasHost.Password));
        var list = await host.VisitPlatform(signedIn: true).OpenAsync("/console/acces-perdus");
        return (name, list.QuerySelectorAll("tbody a").Single(link => link.TextContent == name).GetAttribute("href")!, email);
    }

    public static async Task<Browser> SignedInAsync(SaasHost host, string email)
    {
        var browser = host.VisitPlatform();
        Assert.Equal(HttpStatusCode.Redirect, (await SignInAsync(browser, email)).StatusCode);
        return browser;
    }

    public static Task<HttpResponseMessage> SignInAsync(Browser browser, string email, string password = SaasHost.Password) =>
        browser.SubmitAsync("/console/connexion", "Se connecter", ("Adresse e-mail", email), ("Mot de passe", password));

    public static async Task<(string Key, IReadOnlyList<string> Codes)> SecondFactorAsync(Browser browser, string page = "/console/mon-compte/double-authentification")
    {
        var form = await browser.OpenAsync(page);
        var key = form.QuerySelector(".second-factor__key")!.TextContent;
        var shown = await Browser.ReadAsync(await browser.SubmitAsync(form, page, "Mettre en place", [("Code", Telephone.CodeOf(key))]));
        return (key, [.. shown.QuerySelectorAll(".recovery-codes code").Select(code => code.TextContent)]);
    }

    /// <summary>A commune that is nobody else's test; the identifier of its site.</summary>
    public static async Task<Guid> CommuneAsync(SaasHost host, string insee)
    {
        await host.FoundAsync(insee);
        return host.Tenant(insee).Id;
    }

    /// <summary>A free group that is nobody else's test, in preparation.</summary>
    public static async Task<Tenant> GroupAsync(SaasHost host, IReadOnlyCollection<string>? members = null)
    {
        var slug = $"groupe-{Guid.NewGuid():N}";
        await using var scope = host.Application.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<GroupFounding>().FoundAsync(new GroupToFound(Guid.CreateVersion7(), $"Groupe {slug}", slug, Siren: null, members ?? []), CancellationToken.None))!;
    }

    /// <summary>INSEE codes, in order.</summary>
    public static async Task<IReadOnlyList<string>> MembersAsync(SaasHost host, Guid group)
    {
        await using var scope = host.Application.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SaasDbContext>().Set<GroupMember>().Where(member => member.TenantId == group).Select(member => member.CommuneCode).Order().ToListAsync();
    }

    public static async Task<HttpStatusCode> StatusAsync(Browser browser, string address) => (await browser.GetAsync(address)).StatusCode;

    /// <summary>Work of a kind that no node knows, which failed seven times; its kind.</summary>
    public static async Task<string> StuckJobAsync(SaasHost host, string insee, bool claimed = false)
    {
        var kind = $"test.{Guid.NewGuid():N}";
        var tenant = host.Tenant(insee).Id;
        await using var scope = host.Application.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SaasDbContext>();
        db.Add(new DueWork { TenantId = tenant, Kind = kind, Id = Guid.CreateVersion7(), DueAt = DateTimeOffset.UtcNow.AddMinutes(-1) });
        await db.SaveChangesAsync();
        DateTimeOffset? locked = claimed ? DateTimeOffset.UtcNow.AddMinutes(5) : null;
        await db.Set<DueWork>().Where(work => work.Kind == kind).ExecuteUpdateAsync(work => work.SetProperty(w => w.Attempts, 7).SetProperty(w => w.LockedUntil, locked));
        return kind;
    }

    public static async Task<int?> AttemptsAsync(SaasHost host, string kind)
    {
        await using var scope = host.Application.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SaasDbContext>().Set<DueWork>().Where(work => work.Kind == kind).Select(work => (int?)work.Attempts).SingleOrDefaultAsync();
    }

    /// <summary>Words that nothing else says.</summary>
    public static string Words() => $"annonce{Guid.NewGuid():N}";

    /// <summary>Shown to staff now; its page in the console.</summary>
    public static async Task<string> AnnouncementAsync(SaasHost host, string text)
    {
        var console = host.VisitPlatform(signedIn: true);
        var list = await console.FollowAsync(await console.SubmitAsync("/console/annonces/nouvelle", "Afficher", ("Texte", text), ("Jusqu’au", "2031-05-03T18:00")));
        return list.QuerySelectorAll("tbody a.row-link").Single(link => link.TextContent.Contains(text, StringComparison.Ordinal)).GetAttribute("href")!;
    }

    /// <summary>Away from the top of this person's pages.</summary>
    public static async Task FoldAsync(Browser staff, string text)
    {
        var page = await staff.OpenAsync("/gestion/demandes");
        var form = page.QuerySelectorAll(".announcements form").Single(form => form.TextContent.Contains(text, StringComparison.Ordinal));
        await staff.PostAsync(
            form.GetAttribute("action")!,
            ("__RequestVerificationToken", form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!),
            ("Fold", form.QuerySelector("button")!.GetAttribute("value")!));
    }
}
