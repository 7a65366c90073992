using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Requests.Model;
using Saas.Modules.Requests.Processing;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Requests.Filtering;

/// <summary>Names the filter of the list, for oneself or for the team.</summary>
[Requires(RequestsPermissions.Read)]
internal sealed class SaveFilter(SaasDbContext db, CommuneClock clock, CurrentPerson person, AuditTrail trail) : RequestFilterPage(db, clock, person)
{
    [BindProperty]
    public Guid FilterId { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Donnez un nom à ce filtre.")]
    [StringLength(SavedFilter.LongestName, ErrorMessage = "Ce nom est trop long : 50 signes au plus.")]
    public string? Name { get; set; }

    [BindProperty]
    public bool Shared { get; set; }

    public int Count { get; private set; }

    public bool MayShare => Person.Can(RequestsPermissions.Process);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        FilterId = Guid.CreateVersion7();
        return await ShowAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var mine = Db.SavedFilters.Where(filter => filter.OwnerId == Person.AccountId);
        if (await mine.CountAsync(cancel) >= SavedFilter.Most)
        {
            ModelState.AddModelError("", $"Vous avez déjà {SavedFilter.Most} filtres : supprimez-en un d’abord.");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancel);
        }

        var filter = new SavedFilter
        {
            Id = FilterId == Guid.Empty ? Guid.CreateVersion7() : FilterId,
            OwnerId = Person.AccountId,
            Name = French.OneLine(Name),
            Shared = Shared && MayShare,
            Filter = Filter,
        };
        Db.Add(filter);
        if (filter.Shared)
        {
            trail.Note(AuditKind.Requests, $"a partagé le filtre de demandes « {filter.Name} »", SavedFilters.Address);
        }

        try
        {
            await Db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException conflict) when (conflict.IsDuplicate())
        {
            Db.ChangeTracker.Clear();
            if (!await mine.AnyAsync(known => known.Id == filter.Id, cancel))
            {
                ModelState.AddModelError(nameof(Name), "L’un de vos filtres porte déjà ce nom.");
                return await ShowAsync(cancel);
            }
        }

        TempData.Say($"Le filtre « {filter.Name} » est enregistré, au-dessus de la liste.");
        return LocalRedirect(SavedFilters.AddressOf(filter));
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Count = await Found().CountAsync(cancel);
        return Page();
    }
}
