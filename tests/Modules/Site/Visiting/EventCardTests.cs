using Saas.Modules.Site.Model;
using Saas.Modules.Site.Visiting;

namespace Saas.Modules.Site.Tests.Visiting;

public sealed class EventCardTests
{
    [Fact]
    public void A_weekly_market_does_not_hide_the_yearly_feast()
    {
        var today = new DateOnly(2026, 11, 2);
        var market = Happening("marche", new EventTiming(today, new TimeOnly(9, 0), today, null, Repetition.Weekly, today.AddYears(1)));
        var feast = Happening("fete", new EventTiming(today.AddDays(200), null, today.AddDays(200), null, Repetition.Never, null));

        var coming = EventCard.Coming([feast, market], today, ofEach: 2, most: 10);

        Assert.Equal(["marche", "marche", "fete"], coming.Select(card => card.Event.Slug));
    }

    private static Event Happening(string slug, EventTiming timing)
    {
        var happening = new Event(Guid.CreateVersion7(), slug);
        happening.Write(new EventWording(slug, "", "", "", EventCategory.Culture, timing), author: null, DateTimeOffset.UnixEpoch);
        return happening;
    }
}
