using Microsoft.Extensions.DependencyInjection;
using Saas.Shell.Identity;

namespace Saas.BrowserTests;

/// <summary>From one commune to another in a real browser, which says by itself where it comes from.</summary>
public sealed class SwitchTests(LiveHost live) : IClassFixture<LiveHost>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_serves_two_communes_goes_from_one_to_the_other(bool script)
    {
        var email = $"deux-mairies-{script}@claret.test";
        await live.AColleagueAsync(SaasHost.Claret, email);
        await live.Communes.InAsync(SaasHost.Matelles, services =>
            services.GetRequiredService<StaffAccounts>().AddMemberAsync(email, "Deux Mairies", Role.Secretary, SaasHost.Password, CancellationToken.None));
        await using var secretary = await live.VisitAsync(SaasHost.Claret, script: script);
        await secretary.SignInAsync("/gestion/connexion", email);
        await secretary.OpenAsync("/gestion/changer-de-commune");

        await secretary.PressAsync("Les Matelles");
        if (!script)
        {
            await secretary.PressAsync("Continuer");
        }

        await secretary.SeesTitleAsync("Aujourd’hui");
        Assert.StartsWith("les-matelles.", new Uri(secretary.Page.Url).Host, StringComparison.Ordinal);
    }
}
