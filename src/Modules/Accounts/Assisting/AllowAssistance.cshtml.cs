using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Saas.Shell.Assistance;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Accounts.Assisting;

/// <summary>Lets the operator in for a time, and shows who came and what they did.</summary>
[Requires(AccountsPermissions.Assist)]
internal sealed class AllowAssistance(SaasDbContext db, AssistanceConsents consents, CommuneClock clock) : FormPage
{
    private const int PageSize = 20;

    /// <summary>Made when the page is shown: a double click opens one.</summary>
    [BindProperty]
    public Guid Id { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Dites en quelques mots pour quoi.")]
    [StringLength(AssistanceConsent.LongestPurpose, ErrorMessage = "C’est trop long : 200 caractères au plus.")]
    public string? Purpose { get; set; }

    [BindProperty]
    public bool MayAct { get; set; }

    [BindProperty]
    public int Hours { get; set; } = AssistanceConsent.Hours[0];

    [FromQuery(Name = "p")]
    public int? Asked { get; set; }

    public AssistanceConsent? Open { get; private set; }

    /// <summary>Who is there now.</summary>
    public IReadOnlyList<string> Inside { get; private set; } = [];

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public Paging Paging { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!AssistanceConsent.Hours.Contains(Hours))
        {
            ModelState.AddModelError(nameof(Hours), "Choisissez une durée : trois jours au plus.");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancel);
        }

        if (!await consents.OpenAsync(Id == Guid.Empty ? Guid.CreateVersion7() : Id, Purpose!.Trim().TrimEnd('.'), MayAct, TimeSpan.FromHours(Hours), cancel))
        {
            ModelState.AddModelError("", "L’assistance est déjà autorisée : voyez ci-dessous jusqu’à quand. Votre demande n’a rien changé.");
            return await ShowAsync(cancel);
        }

        TempData.Say("L’assistance est autorisée. Prévenez l’équipe qui vous aide : elle peut entrer.");
        return LocalRedirect(AssistanceConsents.Page);
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        if (Id == Guid.Empty)
        {
            ModelState.Remove(nameof(Id));
            Id = Guid.CreateVersion7();
        }

        Open = await consents.FindOpenAsync(cancel);
        var all = db.Set<AssistanceConsent>().AsNoTracking();
        Paging = Paging.Of(Asked, PageSize, await all.CountAsync(cancel));
        var shown = await all.OrderByDescending(consent => consent.OpenedAt).ThenBy(consent => consent.Id).Skip(Paging.Skip).Take(Paging.Size).ToListAsync(cancel);
        var ids = shown.Select(consent => consent.Id).ToList();
        var visits = await db.Set<AssistanceVisit>().AsNoTracking().Where(visit => ids.Contains(visit.ConsentId)).OrderBy(visit => visit.EnteredAt).ToListAsync(cancel);
        Rows = [.. shown.Select(consent => new Row(consent, [.. visits.Where(visit => visit.ConsentId == consent.Id)]))];
        Inside = [.. visits.Where(visit => visit.ConsentId == Open?.Id && visit.LeftAt is null).Select(visit => visit.Person).Distinct()];
        return Page();
    }

    public string EndOf(AssistanceConsent consent) => consent switch
    {
        { EndedAt: { } ended, EndedBy: { } by } => $"{clock.ShortMoment(ended)}, par {by}",
        { ExpiresAt: var end } when end > clock.Now => $"le {clock.Moment(end)}",
        { ExpiresAt: var end } => $"{clock.ShortMoment(end)}, le temps était passé",
    };

    public string SpanOf(AssistanceVisit visit) =>
        visit.LeftAt is { } left ? $"{clock.ShortMoment(visit.EnteredAt)}, jusqu’à {clock.Hour(left)}" : $"{clock.ShortMoment(visit.EnteredAt)}";

    /// <summary>What the trail says of this person on the days they were there.</summary>
    public string TrailOf(AssistanceVisit visit) =>
        new AuditFilter(visit.Person, Kind: null, DayOf(visit.EnteredAt), visit.LeftAt is { } left ? DayOf(left) : null, Words: null).AddressOf("/gestion/journal");

    private DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(clock.ToLocal(instant));

    internal sealed record Row(AssistanceConsent Consent, IReadOnlyList<AssistanceVisit> Visits);
}
