using Microsoft.Extensions.DependencyInjection;
using Saas.Modules.Requests.Model;
using Saas.Modules.Requests.Retention;
using Saas.Shell.Web;

namespace Saas.Modules.Requests.Tests.Retention;

public sealed class RetentionRuleTests(SaasHost host) : IClassFixture<SaasHost>
{
    private static readonly RetentionRule Rule = new(UsualMonths: 60, UnwantedDays: 45);

    /// <summary>The last minute of August in Claret: still 22:30 elsewhere.</summary>
    private static readonly DateTimeOffset EndOfAugust = new(2026, 8, 31, 21, 59, 0, TimeSpan.Zero);

    [Fact]
    public async Task The_rule_of_the_procedure_goes_before_that_of_the_commune_and_counts_from_closing_in_local_days()
    {
        Assert.Equal(new DateOnly(2027, 2, 28), await RipeOnAsync(Closed(months: 6)));
        Assert.Equal(new DateOnly(2031, 8, 31), await RipeOnAsync(Closed(months: null)));
        Assert.Equal("6 mois après la clôture, règle de la démarche", Rule.Words(Closed(months: 6)).Replace('\u00a0', ' '));
    }

    [Fact]
    public async Task What_was_set_aside_is_kept_for_days_closed_or_not()
    {
        Assert.Equal(new DateOnly(2026, 10, 15), await RipeOnAsync(Closed(months: 6) with { QuarantinedAt = EndOfAugust }));
        Assert.Equal(new DateOnly(2026, 10, 15), await RipeOnAsync(new Aged(RequestState.Received, false, null, EndOfAugust, null)));
    }

    [Fact]
    public async Task Nothing_erases_what_is_being_dealt_with()
    {
        Assert.Null(await RipeOnAsync(new Aged(RequestState.InProgress, false, null, null, 1)));
        Assert.Null(await RipeOnAsync(Closed(months: 1) with { HasUnreadMessage = true }));
    }

    private static Aged Closed(int? months) => new(RequestState.Closed, HasUnreadMessage: false, EndOfAugust, QuarantinedAt: null, months);

    private Task<DateOnly?> RipeOnAsync(Aged request) => host.InAsync(SaasHost.Claret, services => Task.FromResult(Rule.RipeOn(request, services.GetRequiredService<CommuneClock>())));
}
