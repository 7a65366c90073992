using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Requests.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Requests.Processing;

/// <summary>
/// One act on the requests that were ticked, or on all that the list finds. Says how many before; what cannot be done to one leaves that
/// one aside and tells why. The page carries the requests it showed: one that arrives meanwhile is not touched unseen.
/// </summary>
[Requires(RequestsPermissions.Process)]
internal sealed class ActOnRequests(SaasDbContext db, CommuneClock clock, CurrentPerson person, Colleagues colleagues, BulkActs acts) : RequestFilterPage(db, clock, person)
{
    /// <summary>Name in the address of « all of the list », not only what is ticked.</summary>
    public const string Whole = "toutes";

    /// <summary>At once; the rest takes another round.</summary>
    public const int Most = 500;

    [BindProperty(SupportsGet = true, Name = "acte")]
    public string? Typed { get; set; }

    [BindProperty(SupportsGet = true, Name = Whole)]
    public string? All { get; set; }

    [BindProperty]
    public Guid ActId { get; set; }

    [BindProperty]
    public Guid? To { get; set; }

    [BindProperty]
    [EnumDataType(typeof(RequestOutcome), ErrorMessage = "Choisissez le résultat.")]
    public RequestOutcome? Outcome { get; set; }

    [BindProperty]
    [StringLength(10_000, ErrorMessage = "Le message est trop long : 10 000 signes au plus.")]
    public string? Message { get; set; }

    public BulkKind? Kind => Enum.TryParse<BulkKind>(Typed, out var kind) && Enum.IsDefined(kind) ? kind : null;

    public IReadOnlyList<Request> Subjects { get; private set; } = [];

    /// <summary>How many the list found, when that is more than can be done at once.</summary>
    public int FoundCount { get; private set; }

    public IReadOnlyList<Colleague> Team { get; private set; } = [];

    public int PossibleCount => Subjects.Count(request => Kind!.Value.IsPossible(request));

    public int MailCount => Subjects.Count(request => Kind!.Value.IsPossible(request) && request.SenderEmail is not null);

    private Colleague? ChosenColleague => Team.FirstOrDefault(colleague => colleague.AccountId == To);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (Kind is null || (Ticked.Count == 0 && All is null))
        {
            TempData.Say("Cochez d’abord les demandes, puis choisissez ce qu’il faut en faire.");
            return LocalRedirect(Filter.AddressOf(RequestFilter.Address));
        }

        if (All is not null)
        {
            Ticked = [];
        }

        return await ShowAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Kind is not { } kind || Ticked.Count == 0)
        {
            return LocalRedirect(Filter.AddressOf(RequestFilter.Address));
        }

        Team = await colleagues.ListAsync(cancel);
        Check(kind);
        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancel);
        }

        var order = new BulkOrder(ActId == Guid.Empty ? Guid.CreateVersion7() : ActId, kind, [.. Ticked.Take(Most)], ChosenColleague, Outcome, Message?.Trim() ?? "");
        await acts.DoAsync(order, cancel);
        return LocalRedirect(UndoBulkAct.AddressOf(order.Id));
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        if (Kind is null)
        {
            return NotFound();
        }

        FoundCount = await Chosen().CountAsync(cancel);
        Subjects = await Chosen().AsNoTracking().InOrder(Order).Take(Most).ToListAsync(cancel);
        Team = await colleagues.ListAsync(cancel);
        if (ActId == Guid.Empty)
        {
            ModelState.Remove(nameof(ActId));
            ActId = Guid.CreateVersion7();
        }

        return Page();
    }

    private void Check(BulkKind kind)
    {
        if (kind == BulkKind.Assign && To is not null && ChosenColleague is null)
        {
            ModelState.AddModelError(nameof(To), "Cette personne ne traite plus les demandes : choisissez quelqu’un d’autre.");
        }

        if (kind == BulkKind.Close && Outcome is null)
        {
            ModelState.AddModelError(nameof(Outcome), "Choisissez le résultat.");
        }

        if (kind == BulkKind.Write && string.IsNullOrWhiteSpace(Message))
        {
            ModelState.AddModelError(nameof(Message), "Écrivez le message.");
        }

        // A refusal states its reasons (CRPA L211-2).
        if (kind == BulkKind.Close && Outcome == RequestOutcome.Refused && string.IsNullOrWhiteSpace(Message))
        {
            ModelState.AddModelError(nameof(Message), "Dites pourquoi les demandes sont refusées : les demandeurs doivent pouvoir le comprendre.");
        }
    }
}
