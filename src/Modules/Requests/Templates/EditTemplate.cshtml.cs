using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Requests.Model;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Requests.Templates;

/// <summary>Changes a template, or deletes it. What was already sent stays as it was.</summary>
[Requires(RequestsPermissions.Process)]
internal sealed class EditTemplate(SaasDbContext db, AuditTrail trail) : TemplatePage(db)
{
    private ReplyTemplate _template = null!;

    [BindProperty(Name = "id", SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>What this form was filled in from.</summary>
    [BindProperty]
    public string? SeenThen { get; set; }

    public string Known => _template.Title;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await ShowAsync(cancel) is NotFoundResult gone)
        {
            return gone;
        }

        ModelState.Clear();
        (Title, Text, SeenThen) = (_template.Title, _template.Text, SeenOf(_template));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await ShowAsync(cancel) is NotFoundResult gone)
        {
            return gone;
        }

        CheckMarks();
        if (SeenThen != SeenOf(_template))
        {
            ModelState.AddModelError("", "Quelqu’un a changé ce modèle entre-temps. Votre texte est encore ici : vérifiez-le, puis enregistrez à nouveau.");
            ModelState.Remove(nameof(SeenThen));
            SeenThen = SeenOf(_template);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var before = (_template.Title, _template.Text);
        _template.Change(Title!.Trim(), Text!.Trim());
        trail.Note(AuditKind.Requests, $"a modifié le modèle de réponse « {_template.Title} »", ReplyTemplates.AddressOf(Id), AuditChange.Among(("Titre", before.Title, _template.Title), ("Texte", before.Text, _template.Text)));
        if (!await SaveAsync(cancel))
        {
            return await ShowAsync(cancel);
        }

        TempData.Say($"Le modèle « {_template.Title} » est enregistré.");
        return LocalRedirect(ReplyTemplates.Address);
    }

    public async Task<IActionResult> OnPostDeleteAsync(CancellationToken cancel)
    {
        // Deleted twice, it is deleted.
        if (await Db.ReplyTemplates.SingleOrDefaultAsync(known => known.Id == Id, cancel) is { } template)
        {
            Db.Remove(template);
            trail.Note(AuditKind.Requests, $"a supprimé le modèle de réponse « {template.Title} »", ReplyTemplates.Address, AuditChange.Among(("Texte", template.Text, null)));
            await Db.SaveChangesAsync(cancel);
        }

        TempData.Say("Le modèle est supprimé. Ce qui a été envoyé reste.");
        return LocalRedirect(ReplyTemplates.Address);
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        _template = (await Db.ReplyTemplates.SingleOrDefaultAsync(known => known.Id == Id, cancel))!;
        return _template is null ? NotFound() : Page();
    }

    private static string SeenOf(ReplyTemplate template) => Seen.Of(new { template.Title, template.Text });
}
