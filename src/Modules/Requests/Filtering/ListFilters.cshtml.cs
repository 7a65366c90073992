using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Requests.Model;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Requests.Filtering;

/// <summary>The filters of this person and of the team, to delete those that serve no more.</summary>
[Requires(RequestsPermissions.Read)]
internal sealed class ListFilters(SaasDbContext db, SavedFilters filters, CurrentPerson person, AuditTrail trail) : FormPage
{
    [BindProperty]
    public Guid FilterId { get; set; }

    public IReadOnlyList<SavedFilter> Filters { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        // Deleted twice, it is deleted; one of a colleague that is not shared does not exist.
        if (await filters.Offered().SingleOrDefaultAsync(known => known.Id == FilterId, cancel) is { } filter && filters.MayDelete(filter))
        {
            db.Remove(filter);
            if (filter.Shared)
            {
                trail.Note(AuditKind.Requests, $"a supprimé le filtre partagé « {filter.Name} »", SavedFilters.Address);
            }

            try
            {
                await db.SaveChangesAsync(cancel);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Someone deleted it at the same instant.
                db.ChangeTracker.Clear();
            }
        }

        TempData.Say("Le filtre est supprimé. Les demandes restent.");
        return LocalRedirect(SavedFilters.Address);
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Filters = await filters.ListAsync(cancel);
        return Page();
    }

    public bool MayDelete(SavedFilter filter) => filters.MayDelete(filter);

    public bool IsMine(SavedFilter filter) => filter.OwnerId == person.AccountId;
}
