using Saas.Shell.Tenancy;

namespace Saas.Modules.Site.Model;

/// <summary>Something that takes place, once or again and again.</summary>
internal sealed class Event(Guid id, string slug) : Content(id, slug)
{
    public const int LongestTitle = 140;

    public const int LongestPlace = 140;

    public string Place { get; private set; } = "";

    public EventCategory Category { get; private set; }

    public DateOnly StartsOn { get; private set; }

    /// <summary>In the commune's time; null: all day.</summary>
    public TimeOnly? StartsAt { get; private set; }

    /// <summary>Included.</summary>
    public DateOnly EndsOn { get; private set; }

    public TimeOnly? EndsAt { get; private set; }

    public Repetition Repeats { get; private set; }

    public DateOnly? RepeatsUntil { get; private set; }

    public EventTiming Timing => new(StartsOn, StartsAt, EndsOn, EndsAt, Repeats, RepeatsUntil);

    public override ContentKind Kind => ContentKind.Event;

    public override string Gist(TenantWords words) => Timing.RepetitionInWords ?? Timing.InWords();

    public override Wording Wording => new EventWording(Title, Summary, Body, Place, Category, Timing) { Picture = PictureId };

    /// <summary>A title, a day and a place say enough.</summary>
    public override bool IsEmpty => false;

    protected override void Take(Wording wording)
    {
        var said = (EventWording)wording;
        (Place, Category) = (said.Place, said.Category);
        (StartsOn, StartsAt, EndsOn, EndsAt, Repeats, RepeatsUntil) = said.Timing;
        LastOn = said.Timing.LastOn;
    }
}

/// <summary>What one may follow on its own in the agenda. Stored by name.</summary>
internal enum EventCategory
{
    Council,
    Culture,
    Market,
    Sport,
    School,
    Association,
}

internal static class EventCategories
{
    public static IReadOnlyList<EventCategory> All { get; } = Enum.GetValues<EventCategory>();

    public static string Title(this EventCategory category) => category switch
    {
        EventCategory.Council => "Vie municipale",
        EventCategory.Culture => "Fêtes et culture",
        EventCategory.Market => "Marchés et brocantes",
        EventCategory.Sport => "Sport et nature",
        EventCategory.School => "École et jeunesse",
        _ => "Associations",
    };

    public static string Title(this EventCategory category, TenantWords words) => category == EventCategory.Council ? words.ItsLife : category.Title();

    /// <summary>In addresses.</summary>
    public static string Slug(this EventCategory category) => Saas.Shell.Provisioning.Slugs.Of(category.Title());

    public static EventCategory? Find(string? slug) => All.Cast<EventCategory?>().FirstOrDefault(category => category!.Value.Slug() == slug);
}
