using Saas.Modules.Site.Model;

namespace Saas.Modules.Site.Tests.Model;

public sealed class WasteRoundTests
{
    /// <summary>A Friday.</summary>
    private static readonly DateOnly First = new(2026, 12, 4);

    [Fact]
    public void A_round_of_a_holiday_is_moved_and_another_left_out()
    {
        var round = Round(Repetition.Weekly, "25/12/2026 → 26/12/2026\n01/01/2027");

        Assert.Equal([new DateOnly(2026, 12, 18), new DateOnly(2026, 12, 26), new DateOnly(2027, 1, 8)], round.From(new DateOnly(2026, 12, 12), 3));
    }

    [Fact]
    public void A_round_moved_to_a_later_day_is_still_to_come_when_its_usual_day_is_past()
    {
        var round = Round(Repetition.Weekly, "25/12/2026 → 28/12/2026");

        Assert.Equal(new DateOnly(2026, 12, 28), round.From(new DateOnly(2026, 12, 26), 1).Single());
    }

    [Fact]
    public void One_week_of_two_is_counted_from_the_first_day()
    {
        var round = Round(Repetition.EveryTwoWeeks, "");

        Assert.Equal([new DateOnly(2026, 12, 18), new DateOnly(2027, 1, 1)], round.From(new DateOnly(2026, 12, 5), 2));
    }

    [Fact]
    public void It_ends_with_its_last_day_or_with_what_was_moved_beyond()
    {
        Assert.Equal(new DateOnly(2027, 3, 5), Round(Repetition.Weekly, "").LastOn);
        Assert.Equal(new DateOnly(2027, 3, 8), Round(Repetition.Weekly, "05/03/2027 → 08/03/2027").LastOn);
        Assert.Empty(Round(Repetition.Weekly, "").From(new DateOnly(2027, 3, 6), 4));
    }

    [Theory]
    [InlineData("25/12/2026", "25/12/2026")]
    [InlineData("1/5/2027 -> 2/5/2027", "01/05/2027 → 02/05/2027")]
    [InlineData("25/12/2026 > 26/12/2026", "25/12/2026 → 26/12/2026")]
    [InlineData("Noël", null)]
    [InlineData("31/02/2027", null)]
    [InlineData("25/12/2026 → demain", null)]
    public void An_exception_is_read_as_people_type_it(string typed, string? words) => Assert.Equal(words, RoundChange.Parse(typed)?.InWords);

    private static WasteRound Round(Repetition repeats, string exceptions)
    {
        var round = new WasteRound(Guid.CreateVersion7(), "verre");
        var timing = new EventTiming(First, null, First, null, repeats, new DateOnly(2027, 3, 5));
        round.Write(new WasteWording("Verre", "", "", timing, new WasteFacts(Waste.Glass, exceptions)), author: null, DateTimeOffset.UtcNow);
        return round;
    }
}
