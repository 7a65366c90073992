using Saas.Modules.Site.Model;

namespace Saas.Modules.Site.Tests.Model;

public sealed class FrenchTelephoneTests
{
    [Theory]
    [InlineData("0465711020", "04 65 71 10 20")]
    [InlineData("04.65.71.10.20", "04 65 71 10 20")]
    [InlineData("+33 (0)4 65 71 10 20", "04 65 71 10 20")]
    [InlineData("+33465711020", "04 65 71 10 20")]
    [InlineData("0033465711020", null)]
    [InlineData("04 65 71 10", null)]
    [InlineData("", null)]
    public void A_number_is_written_by_pairs(string typed, string? written) => Assert.Equal(written, FrenchTelephone.Read(typed));
}
