using Saas.Modules.Requests.Model;

namespace Saas.Modules.Requests.Measuring;

/// <summary>
/// What a period says: of what was received in it, how soon it had a word and what is still open; of what was closed in it, how it ended
/// and how long it took.
/// </summary>
internal sealed record Figures(
    int Received,
    int Closed,
    int Accepted,
    int Refused,
    double? DaysToFirstWord,
    double? DaysToClosing,
    int Open,
    int Late,
    int Opinions,
    double? Score)
{
    /// <param name="received">In the period.</param>
    /// <param name="closed">In the period, whenever they were received.</param>
    public static Figures Of(IReadOnlyCollection<MeasuredRequest> received, IReadOnlyCollection<MeasuredRequest> closed, DateTimeOffset now, DateOnly today)
    {
        var scores = closed.Where(request => request.Score is not null).Select(request => request.Score!.Value).ToList();
        return new Figures(
            received.Count,
            closed.Count,
            closed.Count(request => request.Outcome == RequestOutcome.Accepted),
            closed.Count(request => request.Outcome == RequestOutcome.Refused),
            Median(received.Where(request => request.FirstWordAt is not null).Select(request => (request.FirstWordAt!.Value - request.ReceivedAt).TotalDays)),
            Median(closed.Select(request => (request.ClosedAt!.Value - request.ReceivedAt).TotalDays)),
            received.Count(request => request.IsOpen),
            received.Count(request => request.IsLate(now, today)),
            scores.Count,
            scores.Count == 0 ? null : scores.Average());
    }

    /// <summary>Half took less: one file forgotten for a year does not speak for all.</summary>
    private static double? Median(IEnumerable<double> days)
    {
        var sorted = days.Order().ToList();
        return sorted.Count == 0 ? null : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
