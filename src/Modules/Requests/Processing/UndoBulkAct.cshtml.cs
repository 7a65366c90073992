using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Requests.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Requests.Processing;

/// <summary>What an act on several requests did, and the button that goes back on it.</summary>
[Requires(RequestsPermissions.Process)]
internal sealed class UndoBulkAct(SaasDbContext db, CommuneClock clock, BulkActs acts) : FormPage
{
    [BindProperty(SupportsGet = true)]
    [FromRoute(Name = "id")]
    public Guid Id { get; set; }

    public BulkAct Act { get; private set; } = null!;

    public bool MayBeUndone => Act.MayBeUndone(clock.Now);

    public string When => clock.ShortMoment(Act.At);

    public string Until => French.Hour(TimeOnly.FromDateTime(clock.ToLocal(Act.UndoableUntil)));

    public static string AddressOf(Guid id) => $"/gestion/demandes/ensemble/{id}";

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await ShowAsync(cancel) is NotFoundResult gone)
        {
            return gone;
        }

        if (await acts.UndoAsync(Id, cancel) is { } undone)
        {
            TempData.Say(undone.Changed == 0
                ? "C’est annulé : tout est comme avant."
                : $"C’est annulé, sauf pour {French.Count(undone.Changed, "demande", "demandes")} où quelqu’un a agi depuis.");
        }
        else if (Act.UndoneAt is null)
        {
            ModelState.AddModelError("", "Il est trop tard pour annuler : les courriels sont partis. Reprenez les demandes une à une.");
            return Page();
        }

        return LocalRedirect(RequestFilter.Address);
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Act = (await db.BulkActs.AsNoTracking().SingleOrDefaultAsync(act => act.Id == Id, cancel))!;
        return Act is null ? NotFound() : Page();
    }
}
