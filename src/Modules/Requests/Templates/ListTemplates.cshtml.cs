using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Requests.Model;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Requests.Templates;

/// <summary>The templates that staff answer with, and three to begin with while there is none.</summary>
[Requires(RequestsPermissions.Process)]
internal sealed class ListTemplates(SaasDbContext db, AuditTrail trail) : FormPage
{
    private const int Excerpt = 120;

    private static readonly (string Title, string Text)[] First =
    [
        ("Il manque une pièce", "Bonjour {nom},\n\nVotre demande « {démarche} » (référence {référence}) ne peut pas encore être traitée : il manque …\n\nVous pouvez nous l’envoyer en réponse à ce courriel ou la déposer à l’accueil.\n\nBien à vous,"),
        ("Votre document est prêt", "Bonjour {nom},\n\nLe document demandé le {date} est prêt. Vous pouvez venir le retirer à l’accueil aux heures d’ouverture, avec une pièce d’identité.\n\nBien à vous,"),
        ("Proposer un rendez-vous", "Bonjour {nom},\n\nPour votre demande « {démarche} », nous vous proposons un rendez-vous le … à …\n\nDites-nous si cette date vous convient, ou appelez-nous.\n\nBien à vous,"),
    ];

    public IReadOnlyList<Row> Templates { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await db.ReplyTemplates.AnyAsync(cancel))
        {
            db.AddRange(First.Select(template => new ReplyTemplate(template.Title, template.Text)));
            trail.Note(AuditKind.Requests, "a ajouté les trois premiers modèles de réponse", ReplyTemplates.Address);
            try
            {
                await db.SaveChangesAsync(cancel);
            }
            catch (DbUpdateException conflict) when (conflict.IsDuplicate())
            {
                // A double click: they are there.
                db.ChangeTracker.Clear();
            }
        }

        TempData.Say("Trois modèles sont là. Adaptez-les à votre façon d’écrire.");
        return LocalRedirect(ReplyTemplates.Address);
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        var templates = await db.ReplyTemplates.AsNoTracking().Select(template => new Row(template.Id, template.Title, template.Text.Substring(0, Math.Min(template.Text.Length, Excerpt + 1)))).ToListAsync(cancel);
        Templates = [.. templates.OrderBy(template => template.Title, French.Alphabet)];
        return Page();
    }

    internal sealed record Row(Guid Id, string Title, string Text)
    {
        public string Beginning => Text.Length > Excerpt ? $"{Text[..Excerpt].TrimEnd()}…" : Text;
    }
}
