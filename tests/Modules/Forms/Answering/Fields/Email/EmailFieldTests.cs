using Saas.Modules.Forms.Answering.Fields;

namespace Saas.Modules.Forms.Tests.Answering.Fields.Email;

public sealed class EmailFieldTests
{
    [Fact]
    public void An_address_passes() => Assert.Null(new EmailField().Refuse(Given.Email, "lea.martin@exemple.fr"));

    [Theory]
    [InlineData("lea.martin@exemple")]
    [InlineData("lea martin@exemple.fr")]
    [InlineData("lea.martin")]
    public void A_mistyped_address_is_said_with_an_example(string answer) =>
        Assert.Contains("exemple.fr", new EmailField().Refuse(Given.Email, answer), StringComparison.Ordinal);
}
