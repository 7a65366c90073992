using Saas.Modules.Forms.Answering.Fields;
using Saas.Modules.Forms.Model;

namespace Saas.Modules.Forms.Tests.Answering.Fields.Address;

public sealed class AddressFieldTests
{
    private static readonly Question Home = new() { Id = "a", Label = "Votre adresse", Kind = "Address" };

    [Fact]
    public void Its_lines_are_kept_apart_and_shown_as_on_an_envelope()
    {
        var field = new AddressField();
        var answer = field.Read(new(["12 rue des Écoles", "", "34270", "Claret"]));

        Assert.Null(field.Refuse(Home, answer, Given.Today));
        Assert.Equal("12 rue des Écoles, 34270 Claret", field.Show(Home, answer));
    }

    [Fact]
    public void A_town_abroad_needs_no_postal_code() =>
        Assert.Null(new AddressField().Refuse(Home, "Rue Haute 3\n\n\nBruxelles, Belgique", Given.Today));

    [Theory]
    [InlineData("\n\n34270\nClaret", "la rue")]
    [InlineData("12 rue des Écoles\n\n34270\n", "la ville")]
    public void What_is_missing_is_named(string answer, string missing) =>
        Assert.Contains(missing, new AddressField().Refuse(Home, answer, Given.Today), StringComparison.Ordinal);

    [Fact]
    public void Nothing_typed_is_no_answer() => Assert.Equal("", new AddressField().Read(new(["", " ", "", ""])));
}
