using Saas.Shell.Web;

namespace Saas.Shell.Tests.Web;

public sealed class FrenchTests
{
    [Fact]
    public void A_moment_reads_as_people_say_it() =>
        Assert.Equal("lundi 23\u00a0novembre 2026 à 14\u00a0h\u00a030", French.Moment(new DateTime(2026, 11, 23, 14, 30, 0)));

    [Fact]
    public void The_first_of_the_month_has_its_ordinal() => Assert.Equal("lundi 1er\u00a0juin 2026", French.Day(new DateOnly(2026, 6, 1)));

    [Theory]
    [InlineData(12, "12\u00a0octets")]
    [InlineData(350_400, "350\u00a0ko")]
    [InlineData(1_250_000, "1,3\u00a0Mo")]
    public void A_size_is_said_in_round_numbers(long bytes, string said) => Assert.Equal(said, French.Size(bytes));

    [Theory]
    [InlineData(0, "0\u00a0demande")]
    [InlineData(1, "1\u00a0demande")]
    [InlineData(2, "2\u00a0demandes")]
    public void Zero_is_singular(int number, string said) => Assert.Equal(said, French.Count(number, "demande", "demandes"));

    [Theory]
    [InlineData("04 65 71 10 20", "+33465711020")]
    [InlineData("+33 4 65 71 10 20", "+33465711020")]
    [InlineData("3939", "3939")]
    public void A_number_is_dialled_from_anywhere(string written, string dialled) => Assert.Equal(dialled, French.Dialled(written));

    [Fact]
    public void A_text_of_one_line_keeps_the_spaces_that_do_not_break() =>
        Assert.Equal("Fini\u00a0: merci", French.OneLine(" Fini\u00a0: \r\n\u2028merci "));
}
