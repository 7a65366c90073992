using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Requests.Model;
using Saas.Modules.Requests.Processing;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Requests.Labelling;

/// <summary>Puts a label on the requests that were ticked, or on all that the list finds, or takes it off. The same way takes it back.</summary>
[Requires(RequestsPermissions.Process)]
internal sealed class LabelRequests(SaasDbContext db, CommuneClock clock, CurrentPerson person, CommuneLabels labels, AuditTrail trail) : RequestFilterPage(db, clock, person)
{
    public const string Address = "/gestion/demandes/ensemble/etiquettes";

    [BindProperty(SupportsGet = true, Name = ActOnRequests.Whole)]
    public string? All { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Choisissez une étiquette.")]
    public Guid? LabelId { get; set; }

    [BindProperty]
    public bool TakeOff { get; set; }

    public IReadOnlyList<Row> Subjects { get; private set; } = [];

    public IReadOnlyList<CommuneLabels.Shown> Labels { get; private set; } = [];

    /// <summary>How many the list found, when that is more than can be done at once.</summary>
    public int FoundCount { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (Ticked.Count == 0 && All is null)
        {
            TempData.Say("Cochez d’abord les demandes, puis choisissez ce qu’il faut en faire.");
            return LocalRedirect(Filter.AddressOf(RequestFilter.Address));
        }

        Ticked = All is null ? Ticked : [];
        return await ShowAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await ShowAsync(cancel);
        var label = Labels.FirstOrDefault(known => known.Id == LabelId);
        if (label is null && LabelId is not null)
        {
            ModelState.AddModelError(nameof(LabelId), "Cette étiquette n’existe plus : choisissez-en une autre.");
        }

        if (Ticked.Count == 0)
        {
            ModelState.AddModelError("", "Cochez d’abord les demandes dans la liste.");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var changed = await ChangeAsync(label!, cancel);
        if (changed is null)
        {
            ModelState.AddModelError("", "Ce n’est pas encore enregistré : quelqu’un changeait les mêmes étiquettes. Validez à nouveau.");
            return await ShowAsync(cancel);
        }

        TempData.Say($"Étiquette « {label!.Name} » {(TakeOff ? "retirée de" : "mise sur")} {French.Count(changed.Value, "demande", "demandes")}.");
        return LocalRedirect(Filter.AddressOf(RequestFilter.Address));
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        FoundCount = await Chosen().CountAsync(cancel);
        Subjects = await Chosen().AsNoTracking().InOrder(Order).Take(ActOnRequests.Most).Select(request => new Row(request.Id, request.Reference, request.Procedure, request.SenderName)).ToListAsync(cancel);
        Labels = await labels.ListAsync(cancel);
        return Page();
    }

    /// <summary>How many it changed; null when someone else did at the same instant.</summary>
    private async Task<int?> ChangeAsync(CommuneLabels.Shown label, CancellationToken cancel)
    {
        var ids = Subjects.Select(subject => subject.Id).ToList();
        var put = await Db.RequestLabels.Where(one => one.LabelId == label.Id && ids.Contains(one.RequestId)).ToListAsync(cancel);
        var bearers = put.Select(one => one.RequestId).ToHashSet();
        var changed = Subjects.Where(subject => bearers.Contains(subject.Id) == TakeOff).ToList();
        if (TakeOff)
        {
            Db.RemoveRange(put);
        }
        else
        {
            Db.AddRange(changed.Select(subject => new RequestLabel { RequestId = subject.Id, LabelId = label.Id }));
        }

        if (changed.Count == 0)
        {
            return 0;
        }

        trail.Note(
            AuditKind.Requests,
            $"a {(TakeOff ? "retiré" : "mis")} l’étiquette « {label.Name} » {(TakeOff ? "de" : "sur")} {French.Count(changed.Count, "demande", "demandes")}",
            Filter.AddressOf(RequestFilter.Address),
            new AuditChange("Demandes", null, string.Join(", ", changed.Select(subject => subject.Reference))));
        try
        {
            await Db.SaveChangesAsync(cancel);
            return changed.Count;
        }
        catch (DbUpdateException refused) when (refused is DbUpdateConcurrencyException || refused.IsDuplicate() || refused.IsBrokenLink())
        {
            Db.ChangeTracker.Clear();
            return null;
        }
    }

    internal sealed record Row(Guid Id, string Reference, string Procedure, string SenderName);
}
