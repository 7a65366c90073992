using Saas.Modules.Requests.Measuring;
using Saas.Modules.Requests.Model;

namespace Saas.Modules.Requests.Tests.Measuring;

public sealed class FiguresTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    private static readonly DateTimeOffset Now = Monday.AddDays(20);

    [Fact]
    public void One_forgotten_file_does_not_speak_for_all()
    {
        MeasuredRequest[] closed = [Closed(after: 2), Closed(after: 4), Closed(after: 300)];

        var figures = Figures.Of(closed, closed, Now, DateOnly.FromDateTime(Now.DateTime));
        var even = Figures.Of(closed[..2], closed[..2], Now, DateOnly.FromDateTime(Now.DateTime));

        Assert.Equal(4, figures.DaysToClosing);
        Assert.Equal(1, figures.DaysToFirstWord);
        Assert.Equal(3, even.DaysToClosing);
    }

    [Fact]
    public void What_waits_for_more_than_a_week_or_past_its_due_date_is_late()
    {
        MeasuredRequest[] open = [Open(Now.AddDays(-8), null), Open(null, DateOnly.FromDateTime(Now.AddDays(-1).DateTime)), Open(Now.AddDays(-2), DateOnly.FromDateTime(Now.DateTime))];

        var figures = Figures.Of(open, [], Now, DateOnly.FromDateTime(Now.DateTime));

        Assert.Equal((3, 3, 2), (figures.Received, figures.Open, figures.Late));
        Assert.Null(figures.DaysToClosing);
    }

    [Fact]
    public void What_was_erased_still_counts_as_received_and_closed()
    {
        var erased = new MeasuredRequest("Une démarche", Monday, null, Monday.AddDays(3), null, null, null, null, Erased: true);

        var figures = Figures.Of([erased], [erased], Now, DateOnly.FromDateTime(Now.DateTime));

        Assert.Equal((1, 1, 0, 0), (figures.Received, figures.Closed, figures.Open, figures.Accepted));
    }

    private static MeasuredRequest Closed(int after) =>
        new("Une démarche", Monday, Monday.AddDays(1), Monday.AddDays(after), RequestOutcome.Accepted, null, null, 4, Erased: false);

    private static MeasuredRequest Open(DateTimeOffset? waiting, DateOnly? due) =>
        new("Une démarche", Monday, null, null, null, waiting, due, null, Erased: false);
}
