using Saas.Modules.Forms.Answering.Fields;

namespace Saas.Modules.Forms.Tests.Answering.Fields.Email;

public sealed class EmailFieldTests
{
    [Fact]
    public void An_address_passes() => Assert.Null(new EmailField().Refuse(Given.Email, "lea.martin@exemple.fr", Given.Today));

    [Theory]
    [InlineData("lea.martin@exemple")]
    [InlineData("lea martin@exemple.fr")]
    [InlineData("lea.martin")]
    public void A_mistyped_address_is_said_with_an_example(string answer) =>
        Assert.Contains("exemple.fr", new EmailField().Refuse(Given.Email, answer, Given.Today), StringComparison.Ordinal);

    [Theory]
    [InlineData("lea@gmial.com", "lea@gmail.com")]
    [InlineData("lea@gmail.fr", "lea@gmail.com")]
    [InlineData("lea@hotmal.fr", "lea@hotmail.fr")]
    [InlineData("lea@ornage.fr", "lea@orange.fr")]
    [InlineData("lea@laposte.fr", "lea@laposte.net")]
    public void A_slip_in_the_domain_is_asked_about(string answer, string meant) =>
        Assert.Contains($"Vouliez-vous écrire {meant}", new EmailField().Doubt(answer), StringComparison.Ordinal);

    [Theory]
    [InlineData("lea@gmail.com")]
    [InlineData("lea@mairie-claret.fr")]
    [InlineData("lea@ymail.com")]
    public void A_likely_address_raises_no_doubt(string answer) => Assert.Null(new EmailField().Doubt(answer));
}
