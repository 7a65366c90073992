using Saas.Modules.Site.Model;

namespace Saas.Modules.Site.Visiting;

/// <summary>One day of an event, as the agenda lists it.</summary>
internal sealed record EventCard(Event Event, DateOnly On)
{
    public string When => Event.Timing.InWords(On);

    /// <summary>The days to come of these events, the next first; a few of each, or the weekly market would hide all the rest.</summary>
    public static IReadOnlyList<EventCard> Coming(IEnumerable<Event> events, DateOnly today, int ofEach, int most) =>
        [.. events
            .SelectMany(happening => happening.Timing.From(today, ofEach).Select(day => new EventCard(happening, day)))
            .OrderBy(card => card.On)
            .ThenBy(card => card.Event.StartsAt ?? TimeOnly.MinValue)
            .ThenBy(card => card.Event.Id)
            .Take(most)];
}
