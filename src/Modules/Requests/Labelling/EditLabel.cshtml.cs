using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Requests.Model;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Requests.Labelling;

/// <summary>Changes a label wherever it is, or takes it off everything and deletes it.</summary>
[Requires(RequestsPermissions.Process)]
internal sealed class EditLabel(SaasDbContext db, AuditTrail trail) : LabelPage(db)
{
    private Label _label = null!;

    [BindProperty(Name = "id", SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>What this form was filled in from.</summary>
    [BindProperty]
    public string? SeenThen { get; set; }

    public string Known => _label.Name;

    public int Count { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await ShowAsync(cancel) is NotFoundResult gone)
        {
            return gone;
        }

        ModelState.Clear();
        (Name, Colour, SeenThen) = (_label.Name, _label.Colour, SeenOf(_label));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await ShowAsync(cancel) is NotFoundResult gone)
        {
            return gone;
        }

        if (SeenThen != SeenOf(_label))
        {
            ModelState.AddModelError("", "Quelqu’un a changé cette étiquette entre-temps. Vérifiez-la, puis enregistrez à nouveau.");
            ModelState.Remove(nameof(SeenThen));
            SeenThen = SeenOf(_label);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var before = (_label.Name, _label.Colour);
        _label.Change(WrittenName, Colour!.Value);
        trail.Note(AuditKind.Requests, $"a modifié l’étiquette « {_label.Name} »", CommuneLabels.AddressOf(Id), AuditChange.Among(("Nom", before.Name, _label.Name), ("Couleur", before.Colour.Title(), _label.Colour.Title())));
        if (!await SaveAsync(cancel))
        {
            return await ShowAsync(cancel);
        }

        TempData.Say($"L’étiquette « {_label.Name} » est enregistrée.");
        return LocalRedirect(CommuneLabels.Address);
    }

    public async Task<IActionResult> OnPostDeleteAsync(CancellationToken cancel)
    {
        // Deleted twice, it is deleted.
        if (await Db.Labels.SingleOrDefaultAsync(known => known.Id == Id, cancel) is { } label)
        {
            await using var transaction = await Db.Database.BeginTransactionAsync(cancel);
            var count = await Db.RequestLabels.Where(put => put.LabelId == Id).ExecuteDeleteAsync(cancel);
            Db.Remove(label);
            trail.Note(AuditKind.Requests, $"a supprimé l’étiquette « {label.Name} », que portaient {French.Count(count, "demande", "demandes")}", CommuneLabels.Address);
            try
            {
                await Db.SaveChangesAsync(cancel);
                await transaction.CommitAsync(cancel);
            }
            catch (DbUpdateException refused) when (refused is DbUpdateConcurrencyException || refused.IsBrokenLink())
            {
                // Deleted, or put on one more request, at the same instant.
                await transaction.RollbackAsync(cancel);
                Db.ChangeTracker.Clear();
                TempData.Say("Une collègue s’en servait au même instant. Supprimez-la à nouveau si elle est encore là.");
                return LocalRedirect(CommuneLabels.Address);
            }
        }

        TempData.Say("L’étiquette est supprimée. Les demandes restent.");
        return LocalRedirect(CommuneLabels.Address);
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        _label = (await Db.Labels.SingleOrDefaultAsync(known => known.Id == Id, cancel))!;
        if (_label is null)
        {
            return NotFound();
        }

        Count = await Db.RequestLabels.CountAsync(put => put.LabelId == Id, cancel);
        return Page();
    }

    private static string SeenOf(Label label) => Seen.Of(new { label.Name, label.Colour });
}
