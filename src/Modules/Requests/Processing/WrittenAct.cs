using Microsoft.AspNetCore.Mvc;
using Saas.Modules.Requests.Templates;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Requests.Processing;

/// <summary>An act with words to the resident, which a template may begin.</summary>
internal abstract class WrittenAct(SaasDbContext db, CommuneClock clock, CurrentPerson person, AuditTrail trail, ReplyTemplates templates) : RequestAct(db, clock, person, trail)
{
    /// <summary>The template to insert.</summary>
    [BindProperty]
    public Guid? TemplateId { get; set; }

    public IReadOnlyList<ReplyTemplates.Offered> Templates { get; private set; } = [];

    public abstract string? Words { get; set; }

    /// <summary>Puts a template after what was typed; nothing is sent yet.</summary>
    public async Task<IActionResult> OnPostInsertAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        if (TemplateId is not { } template || await templates.FillInAsync(template, Subject, cancel) is not { } words)
        {
            ModelState.AddModelError(nameof(TemplateId), "Choisissez un modèle de la liste.");
            return await ShowAsync(cancel);
        }

        Words = string.IsNullOrWhiteSpace(Words) ? words : $"{Words.TrimEnd()}\n\n{words}";
        return await ShowAsync(cancel);
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Templates = await templates.ListAsync(cancel);
        return await base.ShowAsync(cancel);
    }
}
