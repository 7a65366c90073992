using Saas.Modules.Forms.Answering.Fields;
using Saas.Modules.Forms.Model;

namespace Saas.Modules.Forms.Tests.Answering.Fields.Time;

public sealed class TimeFieldTests
{
    private static readonly Question Begin = new() { Id = "h", Label = "Heure de début", Kind = "Time" };

    [Theory]
    [InlineData("14 h 30")]
    [InlineData("14h30")]
    [InlineData("14:30")]
    [InlineData("1430")]
    [InlineData("14 heures 30")]
    public void A_time_is_read_however_it_is_written(string answer)
    {
        Assert.Null(new TimeField().Refuse(Begin, answer, Given.Today));
        Assert.Equal("14 h 30", new TimeField().Show(Begin, answer).Replace('\u00a0', ' '));
    }

    [Fact]
    public void A_full_hour_needs_no_minutes() => Assert.Equal("9\u00a0h", new TimeField().Show(Begin, "9h"));

    [Theory]
    [InlineData("25 h")]
    [InlineData("14 h 75")]
    [InlineData("midi")]
    public void Anything_else_is_refused_with_an_example(string answer) =>
        Assert.Contains("14 h 30", new TimeField().Refuse(Begin, answer, Given.Today)!.Replace('\u00a0', ' '), StringComparison.Ordinal);
}
