using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Requests.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Requests.Measuring;

/// <summary>What was asked in a year and how fast it was answered, by month and by procedure. Names nobody, so that its file leaves no entry.</summary>
[Requires(RequestsPermissions.Read)]
internal sealed class ShowFigures(SaasDbContext db, CommuneClock clock) : PageModel
{
    public const string Address = "/gestion/demandes/chiffres";

    private const int Months = 12;

    private static readonly string[] Titles =
    [
        "Mois", "Démarche", "Reçues", "Closes", "Acceptées", "Refusées", "Premier mot (jours, médiane)", "Clôture (jours, médiane)", "Encore ouvertes", "En retard", "Avis", "Avis moyen",
    ];

    private List<MeasuredRequest> _requests = [];

    [BindProperty(SupportsGet = true, Name = "annee")]
    public int? AskedYear { get; set; }

    [BindProperty(SupportsGet = true, Name = "demarche")]
    public string? Procedure { get; set; }

    public int Year { get; private set; }

    public bool IsThisYear => Year == clock.Today.Year;

    public IReadOnlyList<string> Procedures { get; private set; } = [];

    public Figures Total { get; private set; } = null!;

    public IReadOnlyList<Line> ByMonth { get; private set; } = [];

    public IReadOnlyList<Line> ByProcedure { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? format, CancellationToken cancel)
    {
        Year = AskedYear is >= 2000 and <= 2200 and var asked ? Math.Min(asked, clock.Today.Year) : clock.Today.Year;
        await ReadAsync(cancel);
        Procedures = [.. _requests.Select(request => request.Procedure).Distinct().Order(French.Alphabet)];
        if (format == "csv")
        {
            return new CsvFile($"demandes-chiffres-{Year}.csv", Titles, Rows().ToAsyncEnumerable());
        }

        var chosen = string.IsNullOrEmpty(Procedure) ? _requests : [.. _requests.Where(request => request.Procedure == Procedure)];
        Total = Measure(chosen, month: null);
        ByMonth = [.. Enumerable.Range(1, LastMonth).Select(month => new Line(MonthTitle(month), Measure(chosen, month)))];
        ByProcedure = [.. Procedures.Select(procedure => new Line(procedure, Measure([.. _requests.Where(request => request.Procedure == procedure)], month: null)))];
        return Page();
    }

    public static string AddressOf(int year) => $"{Address}?annee={year.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>« 2,5 », « – » when there is nothing to measure.</summary>
    public static string Days(double? days) => days is { } known ? known.ToString("0.#", French.Culture) : "–";

    private int LastMonth => IsThisYear ? clock.Today.Month : Months;

    private async Task ReadAsync(CancellationToken cancel)
    {
        var from = clock.ToInstant(new DateTime(Year, 1, 1, 0, 0, 0, DateTimeKind.Unspecified));
        var until = clock.ToInstant(new DateTime(Year + 1, 1, 1, 0, 0, 0, DateTimeKind.Unspecified));
        var entries = db.TimelineEntries;
        var opinions = db.Opinions;
        _requests = await db.Requests.AsNoTracking()
            .Where(request => request.QuarantinedAt == null && ((request.ReceivedAt >= from && request.ReceivedAt < until) || (request.ClosedAt >= from && request.ClosedAt < until)))
            .Select(request => new MeasuredRequest(
                request.Procedure,
                request.ReceivedAt,
                entries.Where(entry => entry.RequestId == request.Id && (entry.Kind == EntryKind.Answered || entry.Kind == EntryKind.Closed)).Min(entry => (DateTimeOffset?)entry.At),
                request.ClosedAt,
                request.Outcome,
                request.WaitingSince,
                request.DueOn,
                opinions.Where(opinion => opinion.Id == request.Id).Select(opinion => (int?)opinion.Score).FirstOrDefault(),
                false))
            .ToListAsync(cancel);
        _requests.AddRange(await db.ErasedRequests.AsNoTracking()
            .Where(erased => erased.ClosedAt != null && ((erased.ReceivedAt >= from && erased.ReceivedAt < until) || (erased.ClosedAt >= from && erased.ClosedAt < until)))
            .Select(erased => new MeasuredRequest(erased.Procedure, erased.ReceivedAt, null, erased.ClosedAt, null, null, null, null, true))
            .ToListAsync(cancel));
    }

    private Figures Measure(IReadOnlyCollection<MeasuredRequest> requests, int? month) => Figures.Of(
        [.. requests.Where(request => IsIn(request.ReceivedAt, month))],
        [.. requests.Where(request => request.ClosedAt is { } closed && IsIn(closed, month))],
        clock.Now,
        clock.Today);

    private bool IsIn(DateTimeOffset instant, int? month)
    {
        var local = clock.ToLocal(instant);
        return local.Year == Year && (month is null || local.Month == month);
    }

    /// <summary>Each month and procedure that had something.</summary>
    private IEnumerable<IReadOnlyList<string>> Rows() =>
        from month in Enumerable.Range(1, LastMonth)
        from procedure in Procedures
        let figures = Measure([.. _requests.Where(request => request.Procedure == procedure)], month)
        where figures.Received + figures.Closed > 0
        select (IReadOnlyList<string>)
        [
            $"{Year.ToString(CultureInfo.InvariantCulture)}-{month:00}", procedure, Number(figures.Received), Number(figures.Closed), Number(figures.Accepted), Number(figures.Refused),
            Decimal(figures.DaysToFirstWord), Decimal(figures.DaysToClosing), Number(figures.Open), Number(figures.Late), Number(figures.Opinions), Decimal(figures.Score),
        ];

    private string MonthTitle(int month) => French.OneLine(new DateOnly(Year, month, 1).ToString("MMMM", French.Culture));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Decimal(double? number) => number?.ToString("0.##", French.Culture) ?? "";

    internal sealed record Line(string Title, Figures Figures);
}
