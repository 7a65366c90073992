namespace Saas.Modules.Site.Model;

/// <summary>When the town hall is open on one day of the week. No range: closed.</summary>
internal sealed record DayHours(DayOfWeek Day, IReadOnlyList<OpeningRange> Ranges);

/// <summary>From an hour to another of the same day, in the commune's time.</summary>
internal sealed record OpeningRange(TimeOnly From, TimeOnly To);

/// <summary>Days on which the town hall is closed although the week says otherwise, both ends included.</summary>
internal sealed record Closure(DateOnly From, DateOnly To, string Reason)
{
    public bool Covers(DateOnly day) => From <= day && day <= To;
}
