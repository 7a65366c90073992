using Saas.Modules.Forms.Answering.Fields;
using Saas.Modules.Forms.Model;

namespace Saas.Modules.Forms.Tests.Answering.Fields.Iban;

public sealed class IbanFieldTests
{
    private static readonly Question Account = new() { Id = "i", Label = "IBAN", Kind = "Iban" };

    [Theory]
    [InlineData("FR14 2004 1010 0505 0001 3M02 606")]
    [InlineData("fr1420041010050500013m02606")]
    [InlineData("DE89 3704 0044 0532 0130 00")]
    public void A_good_one_passes(string answer) => Assert.Null(new IbanField().Refuse(Account, answer, Given.Today));

    [Theory]
    [InlineData("FR14 2004 1010 0505 0001 3M02 607", "contient une erreur")]
    [InlineData("FR14 2004 1010 0505 0001 3M02 60", "27 caractères")]
    [InlineData("12345", "n’est pas un IBAN")]
    public void A_mistaken_one_is_refused_in_words(string answer, string words) =>
        Assert.Contains(words, new IbanField().Refuse(Account, answer, Given.Today), StringComparison.Ordinal);
}
