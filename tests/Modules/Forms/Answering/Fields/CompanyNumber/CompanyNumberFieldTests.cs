using Saas.Modules.Forms.Answering.Fields;
using Saas.Modules.Forms.Model;

namespace Saas.Modules.Forms.Tests.Answering.Fields.CompanyNumber;

public sealed class CompanyNumberFieldTests
{
    private static readonly Question Association = new() { Id = "s", Label = "Numéro de l’association", Kind = "CompanyNumber" };

    [Theory]
    [InlineData("732 829 320 00074")]
    [InlineData("73282932000074")]
    [InlineData("356 000 000 00048")]
    [InlineData("W343012345")]
    [InlineData("w9r1000123")]
    public void A_good_number_passes(string answer) => Assert.Null(new CompanyNumberField().Refuse(Association, answer, Given.Today));

    [Theory]
    [InlineData("732 829 320 00075", "contient une erreur")]
    [InlineData("732 829 320", "quatorze chiffres")]
    [InlineData("W12", "RNA")]
    public void A_mistaken_one_is_refused_in_words(string answer, string words) =>
        Assert.Contains(words, new CompanyNumberField().Refuse(Association, answer, Given.Today), StringComparison.Ordinal);
}
