using Saas.Modules.Requests.Model;

namespace Saas.Modules.Requests.Measuring;

/// <summary>What figures need of a request. Of one that was erased: its procedure and its dates, which is all that stays.</summary>
internal sealed record MeasuredRequest(
    string Procedure,
    DateTimeOffset ReceivedAt,
    DateTimeOffset? FirstWordAt,
    DateTimeOffset? ClosedAt,
    RequestOutcome? Outcome,
    DateTimeOffset? WaitingSince,
    DateOnly? DueOn,
    int? Score,
    bool Erased)
{
    public bool IsOpen => ClosedAt is null && !Erased;

    /// <summary>Without a word for too long, or past its due date.</summary>
    public bool IsLate(DateTimeOffset now, DateOnly today) => IsOpen && (WaitingSince < now - Request.Patience || DueOn < today);
}
