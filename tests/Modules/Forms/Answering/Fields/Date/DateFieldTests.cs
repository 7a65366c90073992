using Saas.Modules.Forms.Answering.Fields;
using Saas.Modules.Forms.Model;

namespace Saas.Modules.Forms.Tests.Answering.Fields.Date;

public sealed class DateFieldTests
{
    private static readonly Question Birth = new() { Id = "d", Label = "Date de naissance", Kind = "Date" };

    [Theory]
    [InlineData("23/11/2026")]
    [InlineData("23 11 2026")]
    [InlineData("23.11.2026")]
    [InlineData("23-11-2026")]
    [InlineData("23112026")]
    [InlineData("2026-11-23")]
    [InlineData("23 novembre 2026")]
    [InlineData("23 NOVEMBRE 2026")]
    public void A_date_is_read_however_it_is_written(string answer)
    {
        var field = new DateField();

        Assert.Null(field.Refuse(Birth, answer, Given.Today));
        Assert.Equal("23\u00a0novembre 2026", field.Show(Birth, answer));
    }

    [Fact]
    public void The_first_of_a_month_is_written_as_in_French() => Assert.Equal("1er\u00a0juin 2026", new DateField().Show(Birth, "1er juin 2026"));

    [Theory]
    [InlineData("31/02/2026")]
    [InlineData("23/11/26")]
    [InlineData("lundi")]
    [InlineData("11/23/2026")]
    public void A_date_that_does_not_exist_is_refused_with_an_example(string answer) =>
        Assert.Contains("23/11/2026", new DateField().Refuse(Birth, answer, Given.Today), StringComparison.Ordinal);

    [Theory]
    [InlineData(DateField.Past, "24/11/2026", "pas encore passé")]
    [InlineData(DateField.Future, "22/11/2026", "déjà passé")]
    public void A_date_on_the_wrong_side_of_today_is_refused(string when, string answer, string words) =>
        Assert.Contains(words, new DateField().Refuse(Birth with { Settings = new Dictionary<string, string> { [DateField.When] = when } }, answer, Given.Today), StringComparison.Ordinal);
}
