using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Accounts.Auditing;

/// <summary>Who did what in the commune.</summary>
[Requires(AccountsPermissions.Audit)]
internal sealed class ListEntries(SaasDbContext db, CommuneClock clock) : AuditFilterPage
{
    public const string Address = "/gestion/journal";

    private const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "p")]
    public int? Number { get; set; }

    public IReadOnlyList<AuditEntry> Entries { get; private set; } = [];

    public IReadOnlyList<string> People { get; private set; } = [];

    public Paging Paging { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        var all = db.Set<AuditEntry>().AsNoTracking();
        var people = await all.Select(entry => entry.Person).Distinct().ToListAsync(cancel);
        People = [.. people.Order(French.Alphabet)];
        var found = Filter.In(all, clock.ToInstant);
        Paging = Paging.Of(Number, PageSize, await found.CountAsync(cancel));
        Entries = await found.Skip(Paging.Skip).Take(PageSize).ToListAsync(cancel);
        return Page();
    }
}
