using Saas.Shell.Tenancy;

namespace Saas.Modules.Requests.Model;

/// <summary>A request that is erased soon, announced to the town hall before, or kept for longer with a reason.</summary>
internal sealed class PlannedErasure : ITenantOwned
{
    public const int LongestReason = 300;

    /// <summary>Between the announcement and the erasure, whatever the rules are changed to.</summary>
    public const int NoticeDays = 30;

    public PlannedErasure(Guid requestId, DateOnly ripeOn, DateOnly today, DateTimeOffset now)
    {
        Id = requestId;
        AnnouncedAt = now;
        EraseOn = Later(ripeOn, today.AddDays(NoticeDays));
    }

    private PlannedErasure()
    {
    }

    /// <summary>Of the request.</summary>
    public Guid Id { get; private init; }

    public Guid TenantId { get; private set; }

    public Request Request { get; private init; } = null!;

    public DateTimeOffset AnnouncedAt { get; private set; }

    public DateOnly EraseOn { get; private set; }

    /// <summary>To the end of that day, whatever the rule says.</summary>
    public DateOnly? KeptUntil { get; private set; }

    public string KeptBecause { get; private set; } = "";

    public string KeptBy { get; private set; } = "";

    public void Keep(DateOnly until, string because, string by)
    {
        (KeptUntil, KeptBecause, KeptBy) = (until, because, by);
        PutOff(until.AddDays(1));
    }

    /// <summary>The rule counts again, after a notice as long as the first.</summary>
    public void LetGo(DateOnly ripeOn, DateOnly today)
    {
        (KeptUntil, KeptBecause, KeptBy) = (null, "", "");
        EraseOn = Later(ripeOn, today.AddDays(NoticeDays));
    }

    /// <summary>Never earlier than was announced.</summary>
    public void PutOff(DateOnly day) => EraseOn = Later(EraseOn, day);

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
