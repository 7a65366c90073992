using Saas.Modules.Forms.Answering.Fields;
using Saas.Modules.Forms.Model;

namespace Saas.Modules.Forms.Tests.Answering.Fields.Amount;

public sealed class AmountFieldTests
{
    private static readonly Question Subsidy = new() { Id = "a", Label = "Subvention demandée", Kind = "Amount" };

    [Theory]
    [InlineData("12,5", "12,50 €")]
    [InlineData("1 250 €", "1 250,00 €")]
    [InlineData("1250.00", "1 250,00 €")]
    public void An_amount_is_read_however_it_is_written(string answer, string shown)
    {
        Assert.Null(new AmountField().Refuse(Subsidy, answer, Given.Today));
        Assert.Equal(shown, new AmountField().Show(Subsidy, answer).Replace('\u00a0', ' ').Replace('\u202f', ' '));
    }

    [Theory]
    [InlineData("12,505")]
    [InlineData("gratuit")]
    public void A_third_decimal_or_a_word_is_refused(string answer) => Assert.NotNull(new AmountField().Refuse(Subsidy, answer, Given.Today));
}
