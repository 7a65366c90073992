using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Requests.Model;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Requests.Labelling;

/// <summary>One more label. Sent twice, it is one.</summary>
[Requires(RequestsPermissions.Process)]
internal sealed class CreateLabel(SaasDbContext db, AuditTrail trail) : LabelPage(db)
{
    [BindProperty]
    public Guid LabelId { get; set; }

    public void OnGet() => (LabelId, Colour) = (Guid.CreateVersion7(), LabelColour.Grey);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await Db.Labels.CountAsync(cancel) >= Label.Most)
        {
            ModelState.AddModelError("", $"Il y a déjà {Label.Most} étiquettes : supprimez-en une d’abord.");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var label = new Label(WrittenName, Colour!.Value) { Id = LabelId == Guid.Empty ? Guid.CreateVersion7() : LabelId };
        Db.Add(label);
        trail.Note(AuditKind.Requests, $"a créé l’étiquette « {label.Name} »", CommuneLabels.AddressOf(label.Id));
        if (!await SaveAsync(cancel) && !await Db.Labels.AnyAsync(known => known.Id == label.Id, cancel))
        {
            return Page();
        }

        TempData.Say($"L’étiquette « {label.Name} » est enregistrée.");
        return LocalRedirect(CommuneLabels.Address);
    }

    public override Task<IActionResult> ShowAsync(CancellationToken cancel) => Task.FromResult<IActionResult>(Page());
}
