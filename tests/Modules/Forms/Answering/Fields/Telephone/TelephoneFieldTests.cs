using Saas.Modules.Forms.Answering.Fields;
using Saas.Modules.Forms.Model;

namespace Saas.Modules.Forms.Tests.Answering.Fields.Telephone;

public sealed class TelephoneFieldTests
{
    private static readonly Question Number = new() { Id = "t", Label = "Téléphone", Kind = "Telephone" };

    [Theory]
    [InlineData("0612345678")]
    [InlineData("06 12 34 56 78")]
    [InlineData("06.12.34.56.78")]
    [InlineData("+33 6 12 34 56 78")]
    [InlineData("+33 (0)6 12 34 56 78")]
    [InlineData("0033612345678")]
    public void A_French_number_is_shown_in_pairs(string answer)
    {
        var field = new TelephoneField();

        Assert.Null(field.Refuse(Number, answer, Given.Today));
        Assert.Equal("06 12 34 56 78", field.Show(Number, answer).Replace('\u00a0', ' '));
    }

    [Fact]
    public void A_foreign_number_is_kept_as_typed()
    {
        var field = new TelephoneField();

        Assert.Null(field.Refuse(Number, "+32 470 12 34 56", Given.Today));
        Assert.Equal("+32 470 12 34 56", field.Show(Number, "+32 470 12 34 56"));
    }

    [Theory]
    [InlineData("06 12 34")]
    [InlineData("appelez-moi")]
    [InlineData("00 12 34 56 78")]
    public void Anything_else_is_refused(string answer) => Assert.NotNull(new TelephoneField().Refuse(Number, answer, Given.Today));
}
