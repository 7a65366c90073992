using Saas.Modules.Site.Model;

namespace Saas.Modules.Site.Tests.Model;

public sealed class EventTimingTests
{
    private static readonly DateOnly Saturday = new(2026, 11, 7);

    [Fact]
    public void What_happens_once_is_to_come_until_its_last_day()
    {
        var weekend = new EventTiming(Saturday, null, Saturday.AddDays(1), null, Repetition.Never, null);

        Assert.Equal([Saturday], weekend.From(Saturday.AddDays(1), 5));
        Assert.Empty(weekend.From(Saturday.AddDays(2), 5));
    }

    [Fact]
    public void The_first_Saturday_of_the_month_is_never_the_seventh_day_of_a_count()
    {
        var market = Repeating(Repetition.MonthlyByDay, until: new DateOnly(2027, 2, 28));

        Assert.Equal([new DateOnly(2026, 12, 5), new DateOnly(2027, 1, 2), new DateOnly(2027, 2, 6)], market.From(new DateOnly(2026, 11, 8), 9));
    }

    [Fact]
    public void A_weekly_event_keeps_its_hour_through_the_change_of_clocks_and_ends_on_its_last_day()
    {
        var market = Repeating(Repetition.Weekly, until: new DateOnly(2026, 11, 21));

        Assert.Equal([Saturday, new DateOnly(2026, 11, 14), new DateOnly(2026, 11, 21)], market.From(new DateOnly(2026, 1, 1), 9));
        Assert.Equal(new DateOnly(2026, 11, 21), market.LastOn);
    }

    [Fact]
    public void A_night_that_ends_after_midnight_is_still_to_come_the_day_after()
    {
        var ball = new EventTiming(Saturday, new TimeOnly(21, 0), Saturday.AddDays(1), new TimeOnly(2, 0), Repetition.Yearly, new DateOnly(2028, 12, 31));

        Assert.Equal(Saturday, ball.From(Saturday.AddDays(1), 1).Single());
    }

    [Fact]
    public void It_is_said_as_people_say_it()
    {
        Assert.Equal("samedi 7 novembre 2026 de 9 h à 12 h 30", Plain(Repeating(Repetition.Never, until: null).InWords()));
        Assert.Equal("le premier samedi du mois, jusqu’au samedi 5 juin 2027", Plain(Repeating(Repetition.MonthlyByDay, until: new DateOnly(2027, 6, 5)).RepetitionInWords!));
        Assert.Equal("du samedi 7 novembre 2026 au dimanche 8 novembre 2026", Plain(new EventTiming(Saturday, null, Saturday.AddDays(1), null, Repetition.Never, null).InWords()));
    }

    private static EventTiming Repeating(Repetition repetition, DateOnly? until) => new(Saturday, new TimeOnly(9, 0), Saturday, new TimeOnly(12, 30), repetition, until);

    private static string Plain(string words) => words.Replace('\u00a0', ' ');
}
