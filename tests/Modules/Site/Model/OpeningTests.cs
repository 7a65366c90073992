using Saas.Modules.Site.Model;

namespace Saas.Modules.Site.Tests.Model;

public sealed class OpeningTests
{
    private const string Claret = "34078";

    [Theory]
    [InlineData("2026-11-23 08:00", "Fermé, ouvre à 9 h", "2026-11-23 09:00")]
    [InlineData("2026-11-23 09:00", "Ouvert jusqu’à 12 h", "2026-11-23 12:00")]
    [InlineData("2026-11-23 12:00", "Fermé, ouvre à 14 h", "2026-11-23 14:00")]
    [InlineData("2026-11-23 17:29", "Ouvert jusqu’à 17 h 30", "2026-11-23 17:30")]
    [InlineData("2026-11-23 17:30", "Fermé, ouvre demain à 9 h", "2026-11-24 00:00")]
    [InlineData("2026-11-20 18:00", "Fermé, ouvre lundi 23 novembre à 9 h", "2026-11-21 00:00")]
    [InlineData("2026-12-24 18:00", "Fermé, ouvre lundi 28 décembre à 9 h", "2026-12-25 00:00")]
    [InlineData("2026-11-11 10:00", "Fermé, ouvre demain à 9 h", "2026-11-12 00:00")]
    public void The_sentence_says_what_a_visitor_needs_and_until_when_it_is_true(string now, string sentence, string until)
    {
        var opening = Opening.At(At(now), Given.OpenOnWeekdays, new PublicHolidays(Claret));

        Assert.Equal(sentence, opening!.Sentence.Replace('\u00a0', ' '));
        Assert.Equal(At(until), opening.TrueUntil);
    }

    [Fact]
    public void An_exceptional_closure_closes()
    {
        var hall = Given.OpenOnWeekdays with { Closures = [new Closure(new DateOnly(2026, 11, 23), new DateOnly(2026, 11, 24), "formation")] };

        var opening = Opening.At(At("2026-11-23 10:00"), hall, new PublicHolidays(Claret));

        Assert.Equal("Fermé, ouvre mercredi 25 novembre à 9 h", opening!.Sentence.Replace('\u00a0', ' '));
        Assert.False(opening.OpenNow);
    }

    [Fact]
    public void Unknown_hours_say_nothing() => Assert.Null(Opening.At(At("2026-11-23 10:00"), new SiteSettings(), new PublicHolidays(Claret)));

    private static DateTime At(string text) => DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
