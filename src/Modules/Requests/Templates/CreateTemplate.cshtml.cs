using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Requests.Model;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Requests.Templates;

/// <summary>One more template. Sent twice, it is one.</summary>
[Requires(RequestsPermissions.Process)]
internal sealed class CreateTemplate(SaasDbContext db, AuditTrail trail) : TemplatePage(db)
{
    [BindProperty]
    public Guid TemplateId { get; set; }

    public void OnGet() => TemplateId = Guid.CreateVersion7();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        CheckMarks();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var template = new ReplyTemplate(Title!.Trim(), Text!.Trim()) { Id = TemplateId == Guid.Empty ? Guid.CreateVersion7() : TemplateId };
        Db.Add(template);
        trail.Note(AuditKind.Requests, $"a créé le modèle de réponse « {template.Title} »", ReplyTemplates.AddressOf(template.Id));
        if (!await SaveAsync(cancel) && !await Db.ReplyTemplates.AnyAsync(known => known.Id == template.Id, cancel))
        {
            return Page();
        }

        TempData.Say($"Le modèle « {template.Title} » est enregistré.");
        return LocalRedirect(ReplyTemplates.Address);
    }

    public override Task<IActionResult> ShowAsync(CancellationToken cancel) => Task.FromResult<IActionResult>(Page());
}
