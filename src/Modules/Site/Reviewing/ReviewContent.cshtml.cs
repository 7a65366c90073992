using Microsoft.AspNetCore.Mvc;
using Saas.Modules.Site.Model;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Jobs;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Reviewing;

/// <summary>Someone reads a content again and says that it still holds; and how often they are asked to.</summary>
[Requires(SitePermissions.Edit)]
internal sealed class ReviewContent(SaasDbContext db, AuditTrail trail, WorkPlan work, CommuneClock clock) : ContentPage(db)
{
    /// <summary>Mails leave when the town hall opens.</summary>
    private static readonly TimeOnly Morning = new(7, 0);

    public static IReadOnlyList<(int Months, string Title)> Rhythms { get; } = [(1, "Tous les mois"), (3, "Tous les trois mois"), (6, "Tous les six mois"), (12, "Tous les ans")];

    /// <summary>What the button said: another rhythm, or that it holds.</summary>
    [BindProperty]
    public bool ChangesRhythm { get; set; }

    /// <summary>Null: never asked.</summary>
    [BindProperty]
    public int? Months { get; set; }

    public bool IsDue => Stored.ReviewOn <= clock.Today;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is { } stored)
        {
            Months = stored.ReviewMonths;
        }

        return await ShowAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } stored)
        {
            return NotFound();
        }

        if (ChangesRhythm && Months is not null && Rhythms.All(rhythm => rhythm.Months != Months))
        {
            ModelState.AddModelError(nameof(Months), "Choisissez dans la liste.");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancel);
        }

        stored.ReviewEvery(ChangesRhythm ? Months : stored.ReviewMonths, clock.Today);
        if (stored.ReviewOn is { } day)
        {
            await work.PlanAsync(AskReview.Kind, stored.Id, clock.ToInstant(day.ToDateTime(Morning)), cancel);
        }

        trail.Note(AuditKind.Site, $"{(ChangesRhythm ? "a réglé la relecture pour" : "a relu et trouvé toujours exacte")} {stored.Kind.The} « {stored.Title} »", stored.StaffAddress);
        var next = stored.ReviewOn is { } on ? $" Prochaine relecture le {French.Day(on)}." : " Aucune relecture ne sera demandée.";
        return await SaveAsync(stored, $"{(ChangesRhythm ? "C’est noté." : "Merci : le texte est toujours exact.")}{next}", stored.Kind.ListAddress, undo: null, cancel);
    }
}
