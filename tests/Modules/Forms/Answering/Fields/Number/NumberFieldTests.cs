using Saas.Modules.Forms.Answering.Fields;
using Saas.Modules.Forms.Model;

namespace Saas.Modules.Forms.Tests.Answering.Fields.Number;

public sealed class NumberFieldTests
{
    private static readonly Question Guests = new()
    {
        Id = "n",
        Label = "Nombre de personnes",
        Kind = "Number",
        Settings = new Dictionary<string, string> { [FigureField.Least] = "1", [FigureField.Most] = "120", [NumberField.Unit] = "personnes" },
    };

    [Theory]
    [InlineData("1")]
    [InlineData(" 120 ")]
    [InlineData("1 00")]
    public void A_number_within_its_limits_passes(string answer) => Assert.Null(new NumberField().Refuse(Guests, answer, Given.Today));

    [Theory]
    [InlineData("0", "1 au moins")]
    [InlineData("121", "120 au plus")]
    [InlineData("12,5", "nombre entier")]
    [InlineData("douze", "nombre entier")]
    [InlineData("99999999999999999999", "nombre entier")]
    public void Anything_else_is_refused_with_what_is_expected(string answer, string expected) =>
        Assert.Contains(expected, new NumberField().Refuse(Guests, answer, Given.Today), StringComparison.Ordinal);

    [Fact]
    public void It_is_shown_with_its_unit() => Assert.Equal("12\u00a0personnes", new NumberField().Show(Guests, "12"));

    [Fact]
    public void Decimals_pass_where_staff_said_so() =>
        Assert.Null(new NumberField().Refuse(Guests with { Settings = new Dictionary<string, string> { [NumberField.Decimals] = "true" } }, "12,5", Given.Today));
}
