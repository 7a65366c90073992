using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Requests.Model;
using Saas.Modules.Requests.Processing;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Requests.Filtering;

/// <summary>Which columns of the list this person looks at, on every device.</summary>
[Requires(RequestsPermissions.Read)]
internal sealed class ChooseColumns(SaasDbContext db, CurrentPerson person) : FormPage
{
    [BindProperty]
    public IReadOnlyList<ListColumn> Chosen { get; set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Chosen = (await FindAsync(cancel))?.Columns ?? Enum.GetValues<ListColumn>();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancel);
        }

        var columns = await FindAsync(cancel) ?? db.Add(new ListColumns(person.AccountId)).Entity;
        columns.Choose([.. Enum.GetValues<ListColumn>().Intersect(Chosen)]);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException conflict) when (conflict.IsDuplicate())
        {
            // The first click of two: what it chose is there.
            db.ChangeTracker.Clear();
        }

        TempData.Say("Les colonnes sont choisies, sur tous vos appareils.");
        return LocalRedirect(RequestFilter.Address);
    }

    public override Task<IActionResult> ShowAsync(CancellationToken cancel) => Task.FromResult<IActionResult>(Page());

    private Task<ListColumns?> FindAsync(CancellationToken cancel) => db.ListColumns.SingleOrDefaultAsync(columns => columns.Id == person.AccountId, cancel);
}
