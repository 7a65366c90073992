using Saas.Modules.Requests.Model;

namespace Saas.Modules.Requests.Tests.Model;

public sealed class CodesTests
{
    [Fact]
    public void A_reference_has_two_groups_of_four_signs_nobody_confuses()
    {
        for (var i = 0; i < 1_000; i++)
        {
            var reference = Codes.NewReference();

            Assert.Matches("^[2-9CFHJKLMPRWXY]{4}-[2-9CFHJKLMPRWXY]{4}$", reference);
            Assert.Equal(reference, Codes.ReadReference(reference));
        }
    }

    [Theory]
    [InlineData("7kwf3mph")]
    [InlineData(" 7KWF 3MPH ")]
    [InlineData("7KWF\u00a03MPH")]
    [InlineData("7kwf‑3mph")]
    [InlineData("7-K-W-F-3-M-P-H")]
    public void Capitals_spaces_and_dashes_do_not_count(string typed) => Assert.Equal("7KWF-3MPH", Codes.ReadReference(typed));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("7KWF-3MP")]
    [InlineData("7KWF-3MPHH")]
    [InlineData("OKWF-3MPH")]
    [InlineData("7KWF-3MP1")]
    [InlineData("７KWF-3MPH")]
    public void What_cannot_be_a_reference_is_none(string? typed) => Assert.Null(Codes.ReadReference(typed));

    [Fact]
    public void A_code_opens_its_request_and_nothing_else()
    {
        Assert.True(Codes.IsRight("7KWF3MPH", "7kwf 3mph"));
        Assert.False(Codes.IsRight("7KWF3MPH", "7KWF3MPX"));
        Assert.False(Codes.IsRight("7KWF3MPH", null));
        Assert.False(Codes.IsRight("7KWF3MPH", "        "));
        Assert.False(Codes.IsRight(null, "7KWF3MPH"));
        Assert.False(Codes.IsRight(null, null));
        Assert.False(Codes.IsRight(null, "--------"));
    }
}
