using Saas.Modules.Site.Model;

namespace Saas.Modules.Site.Tests.Visiting;

public sealed class ListEventsTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task What_is_past_or_of_another_rubric_or_commune_is_left_out()
    {
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var match = await Given.EventAsync(host, SaasHost.Claret, today.AddDays(9), EventCategory.Sport);
        var concert = await Given.EventAsync(host, SaasHost.Claret, today.AddDays(8), EventCategory.Culture);
        var past = await Given.EventAsync(host, SaasHost.Claret, today.AddDays(-3), EventCategory.Sport);
        var neighbours = await Given.EventAsync(host, SaasHost.Matelles, today.AddDays(9), EventCategory.Sport);

        var sport = await host.Visit(SaasHost.Claret).GetStringAsync("/agenda?rubrique=sport-et-nature");

        Assert.Contains(match.Title, sport, StringComparison.Ordinal);
        Assert.All([concert, past, neighbours], other => Assert.DoesNotContain(other.Title, sport, StringComparison.Ordinal));
        Assert.Contains(concert.Title, await host.Visit(SaasHost.Claret).GetStringAsync("/agenda"), StringComparison.Ordinal);
    }
}
