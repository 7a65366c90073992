using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Site.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Provisioning;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Visiting;

/// <summary>Which bin to put out next, in one part of the commune or in all of it.</summary>
[Public]
[SameForEveryVisitor("quartier")]
internal sealed class ListRounds(SaasDbContext db, CommuneClock clock) : PageModel
{
    /// <summary>Six kinds of waste in a dozen parts.</summary>
    public const int Most = 100;

    private const int MostNext = 6;

    public IReadOnlyList<string> Places { get; private set; } = [];

    public string? Chosen { get; private set; }

    public IReadOnlyList<(DateOnly On, WasteRound Round)> Next { get; private set; } = [];

    public IReadOnlyList<WasteRound> Rounds { get; private set; } = [];

    public string FeedAddress => FollowRounds.AddressOf(Chosen);

    public async Task OnGetAsync([FromQuery(Name = "quartier")] string? place, CancellationToken cancel)
    {
        var today = clock.Today;
        var all = await ShownAsync(db, clock, cancel);
        Places = [.. all.Select(round => round.Place).Where(known => known.Length > 0).Distinct().Order(French.Alphabet)];
        Chosen = Places.FirstOrDefault(known => Slugs.Of(known) == place);
        Rounds = [.. all.Where(round => Chosen is null || round.Place.Length == 0 || round.Place == Chosen).OrderBy(round => round.Facts.Waste).ThenBy(round => round.Place, French.Alphabet)];
        Next = [.. Rounds.SelectMany(round => round.From(today, MostNext).Select(day => (On: day, Round: round))).OrderBy(next => next.On).ThenBy(next => next.Round.Facts.Waste).Take(MostNext)];
    }

    internal static Task<List<WasteRound>> ShownAsync(SaasDbContext db, CommuneClock clock, CancellationToken cancel)
    {
        var today = clock.Today;
        return db.Rounds.AsNoTracking().ShownAt(clock.Now).Where(round => round.LastOn >= today).OrderBy(round => round.Title).ThenBy(round => round.Id).Take(Most).ToListAsync(cancel);
    }
}
