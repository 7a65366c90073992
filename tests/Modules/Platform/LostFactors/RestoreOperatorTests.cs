using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Identity;

namespace Saas.Modules.Platform.Tests.LostFactors;

public sealed class RestoreOperatorTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task A_colleague_gives_the_access_back_and_it_is_in_the_trail()
    {
        var (email, browser) = await GivenProtectedAsync();
        var address = await AddressAsync(email);

        var wrong = await host.VisitPlatform(signedIn: true).SubmitAsync(address, "Rendre", ("Votre mot de passe", "pas celui-ci"));
        var kept = await Given.SignInAsync(host.VisitPlatform(), email);
        var done = await host.VisitPlatform(signedIn: true).SubmitAsync(address, "Rendre", ("Votre mot de passe", SaasHost.Password));
        var free = await Given.SignInAsync(host.VisitPlatform(), email);

        Assert.Equal(HttpStatusCode.OK, wrong.StatusCode);
        Assert.Equal("/console/connexion/code", kept.Headers.Location?.ToString());
        Assert.Equal("/console/operateurs", done.Headers.Location?.ToString());
        Assert.Equal("/console", free.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.SeeOther, await Given.StatusAsync(browser, "/console"));
        Assert.Contains(await EntriesAsync(), entry => entry.Person.StartsWith("Opérateur", StringComparison.Ordinal) && entry.Deed.Contains("a retiré la double authentification de", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_does_it_for_themselves_for_a_member_of_a_commune_or_twice()
    {
        var (email, browser) = await GivenProtectedAsync();
        var operatorOfPlatform = host.VisitPlatform(signedIn: true);
        var address = await AddressAsync(email);
        var member = await AddressAsync(SaasHost.EmailOf(SaasHost.Claret, Role.Administrator));

        Assert.Equal(HttpStatusCode.NotFound, await Given.StatusAsync(browser, address));
        Assert.Equal(HttpStatusCode.NotFound, await Given.StatusAsync(operatorOfPlatform, member));
        await operatorOfPlatform.SubmitAsync(address, "Rendre", ("Votre mot de passe", SaasHost.Password));
        Assert.Equal(HttpStatusCode.NotFound, await Given.StatusAsync(operatorOfPlatform, address));
    }

    private async Task<(string Email, Browser Browser)> GivenProtectedAsync()
    {
        var email = await Given.OperatorAsync(host);
        var browser = await Given.SignedInAsync(host, email);
        await Given.SecondFactorAsync(browser);
        return (email, browser);
    }

    private async Task<string> AddressAsync(string email)
    {
        await using var scope = host.Application.Services.CreateAsyncScope();
        var account = await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().FindByEmailAsync(email);
        return $"/console/operateurs/{account!.Id}/double-authentification";
    }

    private async Task<List<PlatformAuditEntry>> EntriesAsync()
    {
        await using var scope = host.Application.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SaasDbContext>().Set<PlatformAuditEntry>().AsNoTracking().ToListAsync();
    }
}
