using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Requests.Model;
using Saas.Modules.Requests.Processing;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Requests.Deadlines;

/// <summary>Sets when a request must be dealt with; left empty, the law's date counts again. The resident sees nothing of it: the receipt keeps its own.</summary>
[Requires(RequestsPermissions.Process)]
internal sealed class SetDeadline(SaasDbContext db, LegalDeadlines deadlines, AuditTrail trail, CommuneClock clock) : FormPage
{
    private const int LongestYears = 5;

    [BindProperty(SupportsGet = true)]
    [FromRoute(Name = "id")]
    public Guid Id { get; set; }

    [BindProperty]
    public DateOnly? DueOn { get; set; }

    /// <summary>What this form was filled in from.</summary>
    [BindProperty]
    public DateOnly? SeenThen { get; set; }

    public Request Subject { get; private set; } = null!;

    public DateOnly? Legal => deadlines.Of(Subject.Terms, Subject.ReceivedAt);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await ShowAsync(cancel) is NotFoundResult gone)
        {
            return gone;
        }

        DueOn = SeenThen = Subject.DueOn;
        return Subject.MayBeAssigned ? Page() : Redirect(ReadRequest.AddressOf(Id));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await ShowAsync(cancel) is NotFoundResult gone)
        {
            return gone;
        }

        Check();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var (before, day) = (Subject.DueOn, DueOn ?? Legal);
        if (before != day)
        {
            Subject.DueBy(day);
            trail.Note(AuditKind.Requests, $"a changé l’échéance de la demande {Subject.Reference}", ReadRequest.AddressOf(Id), AuditChange.Among(("Échéance", Shown(before), Shown(day))));
            try
            {
                await db.SaveChangesAsync(cancel);
            }
            catch (DbUpdateConcurrencyException)
            {
                db.ChangeTracker.Clear();
                ModelState.AddModelError("", "Ce n’est pas encore enregistré : quelqu’un agissait sur la demande au même instant. Validez à nouveau.");
                return await ShowAsync(cancel);
            }
        }

        TempData.Say(day is { } known ? $"Échéance : {French.Day(known)}." : "Cette demande n’a plus d’échéance.");
        return LocalRedirect(ReadRequest.AddressOf(Id));
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Subject = (await db.Requests.SingleOrDefaultAsync(request => request.Id == Id, cancel))!;
        return Subject is null ? NotFound() : Page();
    }

    private void Check()
    {
        if (!Subject.MayBeAssigned)
        {
            ModelState.AddModelError("", "Cette demande est close : elle n’a plus d’échéance.");
        }

        if (DueOn is { } day && (day < clock.Today || day > clock.Today.AddYears(LongestYears)) && day != Subject.DueOn)
        {
            ModelState.AddModelError(nameof(DueOn), $"Choisissez une date à venir, dans les {LongestYears} ans.");
        }

        // A double click finds its own date there.
        if (SeenThen != Subject.DueOn && Subject.DueOn != (DueOn ?? Legal))
        {
            ModelState.AddModelError("", $"Quelqu’un a changé cette échéance entre-temps : {Shown(Subject.DueOn) ?? "il n’y en a plus"}. Validez à nouveau si la vôtre est la bonne.");
            ModelState.Remove(nameof(SeenThen));
            SeenThen = Subject.DueOn;
        }
    }

    private static string? Shown(DateOnly? day) => day is { } known ? French.ShortDay(known) : null;
}
