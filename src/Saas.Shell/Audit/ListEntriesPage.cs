using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Shell.Audit;

/// <summary>What <c>_AuditList</c> shows.</summary>
public interface IAuditList
{
    AuditFilter Filter { get; }

    IReadOnlyList<IAuditEntry> Entries { get; }

    IReadOnlyList<string> People { get; }

    Paging Paging { get; }

    string ListAddress { get; }

    string ExportAddress { get; }

    bool NamesSites { get; }

    string When(IAuditEntry entry);
}

/// <summary>Who did what, newest first.</summary>
public abstract class ListEntriesPage<TEntry>(SaasDbContext db, CommuneClock clock, StaffPlace place) : AuditFilterPage<TEntry>(db, clock, place), IAuditList
    where TEntry : class, IAuditEntry
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "p")]
    public int? Number { get; set; }

    public IReadOnlyList<IAuditEntry> Entries { get; private set; } = [];

    public IReadOnlyList<string> People { get; private set; } = [];

    public Paging Paging { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        var people = await All.Select(entry => entry.Person).Distinct().ToListAsync(cancel);
        People = [.. people.Order(French.Alphabet)];
        Paging = Paging.Of(Number, PageSize, await Found.CountAsync(cancel));
        Entries = await Found.Skip(Paging.Skip).Take(PageSize).ToListAsync(cancel);
        return Page();
    }

    public string When(IAuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Clock.ShortMoment(entry.At);
    }
}
