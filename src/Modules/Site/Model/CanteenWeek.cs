using System.Text.Json.Serialization;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Model;

/// <summary>What the canteen serves in one week.</summary>
internal sealed class CanteenWeek(Guid id, string slug) : Content(id, slug)
{
    /// <summary>Of one day.</summary>
    public const int LongestDishes = 600;

    public const int LongestAllergens = 600;

    private const int DaysToFriday = 4;

    /// <summary>Its Monday.</summary>
    public DateOnly StartsOn { get; private set; }

    public MenuFacts Facts { get; private set; } = MenuFacts.None;

    /// <summary>The days that have dishes, each with its dishes.</summary>
    public IEnumerable<(DateOnly Day, IReadOnlyList<string> Dishes)> Days => Facts.Days
        .Select((dishes, number) => (Day: StartsOn.AddDays(number), Dishes: (IReadOnlyList<string>)dishes.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
        .Where(day => day.Dishes.Count > 0);

    /// <summary>« Semaine du 7 au 11 décembre 2026 ».</summary>
    public string WeekInWords => $"Semaine {InWords(StartsOn)}";

    public override ContentKind Kind => ContentKind.Menu;

    public override Wording Wording => new MenuWording(Title, StartsOn, Facts);

    public override bool IsEmpty => !Days.Any();

    public static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    /// <summary>« Menus de la cantine du 7 au 11 décembre 2026 ».</summary>
    public static string TitleOf(DateOnly monday) => $"Menus de la cantine {InWords(monday)}";

    public override string Gist(TenantWords words) => French.Day(StartsOn);

    protected override void Take(Wording wording)
    {
        (StartsOn, Facts) = (((MenuWording)wording).Monday, ((MenuWording)wording).Facts);
        LastOn = StartsOn.AddDays(DaysToFriday);
    }

    private static string InWords(DateOnly monday)
    {
        var friday = monday.AddDays(DaysToFriday);
        var first = French.DayAndMonth(monday);
        return $"du {(monday.Month == friday.Month ? first.Split('\u00a0')[0] : first)} au {French.DayAndMonth(friday)} {friday.Year}";
    }
}

/// <summary>The dishes of each day, one a line; empty: no canteen.</summary>
internal sealed record MenuFacts(string Monday, string Tuesday, string Wednesday, string Thursday, string Friday, string Allergens)
{
    public static readonly MenuFacts None = new("", "", "", "", "", "");

    [JsonIgnore]
    public IReadOnlyList<string> Days => [Monday, Tuesday, Wednesday, Thursday, Friday];
}
