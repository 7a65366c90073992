using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Forms.Model;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Mail;
using Saas.Shell.Web;

namespace Saas.Modules.Forms.Composing;

/// <summary>Closes a procedure with a word for those who still come, or reopens it. Doing it twice does it once.</summary>
[Requires(FormsPermissions.Compose)]
internal sealed class CloseForm(SaasDbContext db, IMailer mailer, AuditTrail trail) : FormPage
{
    private const int LongestWords = 1_000;

    [BindProperty]
    public string? Words { get; set; }

    public Form Form { get; private set; } = null!;

    public bool IsClosed => Form.State == FormState.Closed;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        Words = Form.ClosingWords;
        return await ShowAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        var words = (Words ?? "").Trim().ReplaceLineEndings("\n");
        if (words.Length > LongestWords)
        {
            ModelState.AddModelError(nameof(Words), $"Le texte est trop long : {LongestWords} caractères au plus, vous en avez écrit {words.Length}.");
            return await ShowAsync(cancel);
        }

        var wasClosed = IsClosed;
        var before = Form.ClosingWords;
        Form.Close(words);
        trail.Note(
            AuditKind.Procedures,
            wasClosed ? $"a modifié le texte de la démarche fermée « {Form.Title} »" : $"a fermé la démarche « {Form.Title} »",
            $"/gestion/demarches/{id}",
            AuditChange.Among(("Texte affiché", before, Form.ClosingWords)));
        return await SaveAsync(wasClosed ? "Le texte est enregistré." : "La démarche est fermée. Son adresse affiche votre texte.", cancel);
    }

    public async Task<IActionResult> OnPostReopenAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        if (!IsClosed)
        {
            return Redirect($"/gestion/demarches/{Form.Id}");
        }

        if (Form.MissingRecipient(Form.Recipient.Length > 0 && await mailer.IsUnreachableAsync(Form.Recipient, cancel)) is { } missing)
        {
            ModelState.AddModelError("", missing);
            return await ShowAsync(cancel);
        }

        Form.Reopen();
        trail.Note(AuditKind.Procedures, $"a rouvert la démarche « {Form.Title} »", $"/gestion/demarches/{id}");
        return await SaveAsync("La démarche est rouverte.", cancel);
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel) =>
        Form is not null || await LoadAsync(Guid.Parse((string)RouteData.Values["id"]!), cancel) ? Page() : NotFound();

    private async Task<IActionResult> SaveAsync(string notice, CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            var id = Form.Id;
            db.ChangeTracker.Clear();
            ModelState.AddModelError("", "La démarche a été modifiée au même moment dans un autre onglet ou par un collègue. Vérifiez son état, puis recommencez.");
            return await LoadAsync(id, cancel) ? await ShowAsync(cancel) : NotFound();
        }

        TempData.Say(notice);
        return Redirect($"/gestion/demarches/{Form.Id}");
    }

    /// <summary>A draft was never open: there is nothing to close.</summary>
    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        var form = await db.Forms.SingleOrDefaultAsync(f => f.Id == id && f.State != FormState.Draft, cancel);
        Form = form!;
        return form is not null;
    }
}
