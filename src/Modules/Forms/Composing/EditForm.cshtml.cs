using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Forms.Answering.Fields;
using Saas.Modules.Forms.Model;
using Saas.Modules.Forms.Starting;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Mail;
using Saas.Shell.Web;

namespace Saas.Modules.Forms.Composing;

/// <summary>Texts and questions of a form. Every button keeps the texts too, so that moving a question never loses a sentence just typed.</summary>
[Requires(FormsPermissions.Compose)]
internal sealed class EditForm(SaasDbContext db, IMailer mailer, AuditTrail trail, CommuneClock clock) : FormPage
{
    private const int LongestSummary = 200;

    private Guid _id;

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Summary { get; set; }

    [BindProperty]
    public string? Introduction { get; set; }

    [BindProperty]
    public string? Recipient { get; set; }

    /// <summary>Of the form this page shows.</summary>
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string Kind { get; set; } = FieldKinds.All.First().Kind;

    /// <summary>Ids of the questions as they were dragged.</summary>
    [BindProperty]
    public string? Order { get; set; }

    public Form Form { get; private set; } = null!;

    /// <summary>What is wrong with the conditions.</summary>
    public IReadOnlyList<string> Problems { get; private set; } = [];

    public bool RecipientIsUnreachable { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        (Title, Summary, Introduction, Recipient) = (Form.Title, Form.Summary, Form.Introduction, Form.Recipient);
        return await ShowAsync(cancel);
    }

    /// <summary>The form as a file, for another commune or to come back to.</summary>
    public async Task<IActionResult> OnGetExportAsync(Guid id, CancellationToken cancel) =>
        await LoadAsync(id, cancel) ? File(FormFile.Write(Form), "application/json", $"{Form.Slug}.json") : NotFound();

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel) =>
        ChangeAsync(id, form => { }, $"Enregistré à {French.Hour(TimeOnly.FromDateTime(clock.Local))}.", "", cancel);

    public Task<IActionResult> OnPostUpAsync(Guid id, string question, CancellationToken cancel) =>
        ChangeAsync(id, form => form.Move(question, -1), null, "#questions", cancel);

    public Task<IActionResult> OnPostDownAsync(Guid id, string question, CancellationToken cancel) =>
        ChangeAsync(id, form => form.Move(question, 1), null, "#questions", cancel);

    public Task<IActionResult> OnPostArrangeAsync(Guid id, CancellationToken cancel) =>
        ChangeAsync(id, form => form.Arrange((Order ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)), null, "#questions", cancel);

    public Task<IActionResult> OnPostDuplicateAsync(Guid id, string question, CancellationToken cancel) =>
        ChangeAsync(id, form => form.Duplicate(question, NewQuestionId()), null, "#questions", cancel);

    public Task<IActionResult> OnPostRemoveAsync(Guid id, string question, CancellationToken cancel) =>
        ChangeAsync(id, form => form.Remove(question), null, $"?retiree={Uri.EscapeDataString(question)}", cancel);

    public Task<IActionResult> OnPostPutBackAsync(Guid id, CancellationToken cancel) =>
        ChangeAsync(id, form => form.PutBack(), "La question est remise à sa place.", "#questions", cancel);

    public Task<IActionResult> OnPostAddAsync(Guid id, CancellationToken cancel) =>
        ChangeAsync(id, form => { }, null, $"/questions/{NewQuestionId()}?sorte={Uri.EscapeDataString(Kind)}", cancel);

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        if (Form is null && !await LoadAsync(Guid.Parse((string)RouteData.Values["id"]!), cancel))
        {
            return NotFound();
        }

        Problems = [.. new ConditionCheck(Form!.Questions, clock.Today).Problems()];
        RecipientIsUnreachable = Form!.Recipient.Length > 0 && await mailer.IsUnreachableAsync(Form.Recipient, cancel);

        // What is shown from here on is what the database holds now.
        ModelState.Remove(nameof(Version));
        Version = Form.Version;
        return Page();
    }

    /// <summary>Just taken out, and can be put back.</summary>
    public RemovedQuestion? Removed => Form.LastRemoved is { } removed && Request.Query["retiree"] == removed.Question.Id ? removed : null;

    private async Task<IActionResult> ChangeAsync(Guid id, Action<Form> change, string? notice, string next, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        var typed = (Title: (Title ?? "").Trim(), Summary: (Summary ?? "").Trim(), Introduction: RichText.Clean(Introduction), Recipient: (Recipient ?? "").Trim());
        var stale = Version != Form.Version;
        if (stale && typed == (Form.Title, Form.Summary, Form.Introduction, Form.Recipient))
        {
            // The second click of two: the first has done it.
            return Redirect(Address);
        }

        Check(typed.Title, typed.Summary, typed.Recipient);
        if (stale)
        {
            SayStale();
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancel);
        }

        var (before, asked) = ((Form.Title, Form.Summary, Form.Introduction, Form.Recipient), Form.Questions.ToList());
        Form.Describe(typed.Title, typed.Summary, typed.Introduction, typed.Recipient);
        change(Form);
        IReadOnlyList<AuditChange> changes =
        [
            .. AuditChange.Among(("Titre", before.Title, Form.Title), ("Résumé", before.Summary, Form.Summary), ("Destinataire", before.Recipient, Form.Recipient)),
            .. AuditChange.OfText("Texte d’introduction", before.Introduction, Form.Introduction),
            .. AuditChange.Among(("Questions", Listed(asked), Listed(Form.Questions))),
        ];
        if (changes.Count > 0)
        {
            trail.Note(AuditKind.Procedures, $"a modifié la démarche « {Form.Title} »", Address, changes);
        }

        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            SayStale();
            return await LoadAsync(id, cancel) ? await ShowAsync(cancel) : NotFound();
        }

        if (notice is not null)
        {
            TempData.Say(notice);
        }

        return Redirect(Address + next);
    }

    private string Address => $"/gestion/demarches/{_id}";

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        _id = id;
        var form = await db.Forms.SingleOrDefaultAsync(f => f.Id == id, cancel);
        Form = form!;
        return form is not null;
    }

    private void Check(string title, string summary, string recipient)
    {
        if (title.Length == 0)
        {
            ModelState.AddModelError(nameof(Title), "Donnez un titre à la démarche.");
        }
        else if (title.Length > CreateForm.LongestTitle)
        {
            ModelState.AddModelError(nameof(Title), $"Le titre est trop long : {CreateForm.LongestTitle} caractères au plus.");
        }

        if (summary.Length > LongestSummary)
        {
            ModelState.AddModelError(nameof(Summary), $"Le résumé est trop long : {LongestSummary} caractères au plus, vous en avez écrit {summary.Length}.");
        }

        if (recipient.Length > 0 && !Form.IsAddress(recipient))
        {
            ModelState.AddModelError(nameof(Recipient), $"« {recipient} » n’est pas une adresse e-mail. Elle s’écrit comme contact@exemple.fr, sans espace.");
        }
        else if (recipient.Length == 0 && Form.State == FormState.Open)
        {
            ModelState.AddModelError(nameof(Recipient), "La démarche est ouverte : il faut une adresse qui reçoit les demandes.");
        }
    }

    private void SayStale() => ModelState.AddModelError(
        "",
        "Cette démarche a été modifiée entre-temps, dans un autre onglet ou par un collègue. Vos textes sont conservés ci-dessous et rien n’a été enregistré : vérifiez, puis enregistrez à nouveau.");

    private static string Listed(IEnumerable<Question> questions) => string.Join(" · ", questions.Select(question => question.Label));

    /// <summary>Never that of a question that was removed, whose answers may wait in a draft.</summary>
    private static string NewQuestionId() => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 8);
}
