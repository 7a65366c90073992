using Saas.Contracts.Requests;
using Saas.Modules.Requests.Receiving;
using Saas.Shell.Tenancy;

namespace Saas.Modules.Requests.Tests.Receiving;

public sealed class SilenceRuleTests
{
    private static readonly TenantWords OfCommunes = TenantWords.Of(TenantKind.Commune);

    [Theory]
    [InlineData(2027, 1, 15, 2027, 3, 15)]
    [InlineData(2026, 12, 31, 2027, 2, 28)]
    [InlineData(2027, 12, 31, 2028, 2, 29)]
    public void Two_months_are_counted_date_to_date(int year, int month, int day, int endYear, int endMonth, int endDay) =>
        Assert.Equal(new DateOnly(endYear, endMonth, endDay), SilenceRule.Deadline(new ProcedureTerms(), new DateOnly(year, month, day)));

    [Fact]
    public void A_refusal_by_silence_says_when_and_how_to_appeal()
    {
        var said = string.Join(' ', SilenceRule.Sentences(new ProcedureTerms { Silence = Silence.Rejection }, new DateTime(2026, 11, 23, 14, 30, 0, DateTimeKind.Unspecified), OfCommunes));

        Assert.Contains("samedi 23 janvier 2027", said.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Contains("considérée comme refusée", said, StringComparison.Ordinal);
        Assert.Contains("telerecours.fr", said, StringComparison.Ordinal);
    }

    [Fact]
    public void An_acceptance_by_silence_says_that_it_can_be_certified() =>
        Assert.Contains("attestation", string.Join(' ', SilenceRule.Sentences(new ProcedureTerms { Silence = Silence.Acceptance }, new DateTime(2026, 11, 23, 0, 0, 0, DateTimeKind.Unspecified), OfCommunes)), StringComparison.Ordinal);

    [Fact]
    public void A_group_of_communes_has_no_mayor_to_appeal_to()
    {
        var said = string.Join(' ', SilenceRule.Sentences(new ProcedureTerms { Silence = Silence.Rejection }, new DateTime(2026, 11, 23, 0, 0, 0, DateTimeKind.Unspecified), TenantWords.Of(TenantKind.Group)));

        Assert.Contains("Si l’intercommunalité ne vous a pas répondu", said, StringComparison.Ordinal);
        Assert.Contains("demander à la présidence de revoir sa décision", said, StringComparison.Ordinal);
        Assert.DoesNotContain("mair", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_said_where_silence_means_nothing()
    {
        Assert.Empty(SilenceRule.Sentences(null, default, OfCommunes));
        Assert.Empty(SilenceRule.Sentences(new ProcedureTerms { Kind = RequestKind.Message }, default, OfCommunes));
    }
}
