using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Forms.Answering.Fields;
using Saas.Modules.Forms.Model;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Forms.Composing;

/// <summary>One question. An id that the form does not have yet is that of a new one, made where it was asked for: twice saved, once there.</summary>
[Requires(FormsPermissions.Compose)]
internal sealed partial class EditQuestion(SaasDbContext db, AuditTrail trail) : FormPage
{
    private const int MostAttempts = 5;

    [BindProperty]
    public QuestionInput Input { get; set; } = new();

    /// <summary>The question this form was filled in from; empty for a new one.</summary>
    [BindProperty]
    public string? SeenThen { get; set; }

    public Form Form { get; private set; } = null!;

    /// <summary>The questions it may depend on.</summary>
    public IReadOnlyList<Question> Earlier => [.. Form.Questions.TakeWhile(question => question.Id != (string)RouteData.Values["questionId"]!).Where(question => question.Asked.Asks)];

    public bool IsNew => Form.Find((string)RouteData.Values["questionId"]!) is null;

    /// <param name="sorte">Kind of a new question.</param>
    public async Task<IActionResult> OnGetAsync(Guid id, string questionId, string? sorte, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel) || !Id().IsMatch(questionId))
        {
            return NotFound();
        }

        if (Form.Find(questionId) is { } known)
        {
            Input = QuestionInput.Of(known);
            SeenThen = Seen.Of(known);
        }
        else if (FieldKinds.Has(sorte))
        {
            Input = QuestionInput.New(sorte!);
        }
        else
        {
            return NotFound();
        }

        return await ShowAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string questionId, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (!await LoadAsync(id, cancel) || !Id().IsMatch(questionId))
            {
                return NotFound();
            }

            if (!Check())
            {
                return await ShowAsync(cancel);
            }

            var typed = Input.ToQuestion(questionId);
            if (SayChangedMeanwhile(Form.Find(questionId), typed))
            {
                return await ShowAsync(cancel);
            }

            var before = Form.Find(questionId);
            Form.Put(typed);
            trail.Note(
                AuditKind.Procedures,
                $"{(before is null ? "a ajouté" : "a modifié")} la question « {typed.Label} » de la démarche « {Form.Title} »",
                $"/gestion/demarches/{id}",
                before is null ? [] : AuditChange.Among(("Question", before.Label, typed.Label), ("Réponse", Required(before), Required(typed))));
            try
            {
                await db.SaveChangesAsync(cancel);
                TempData.Say($"La question « {Input.Label!.Trim()} » est enregistrée.");
                return Redirect($"/gestion/demarches/{id}#questions");
            }
            catch (DbUpdateConcurrencyException) when (attempt < MostAttempts)
            {
                // Another tab changed another question: this one is put into what it left.
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>Shows the settings of another kind, with what was typed; nothing is saved.</summary>
    public Task<IActionResult> OnPostKindAsync(CancellationToken cancel)
    {
        if (FieldKinds.Has(Input.Kind) && Input.Asked.TakesFiles && Input.Accepts.Count == 0)
        {
            Input.Accepts = [.. Question.AllFiles];
        }

        return ShowAsync(cancel);
    }

    public static bool IsId(string? text) => text is not null && Id().IsMatch(text);

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel) =>
        (Form is not null || await LoadAsync(Guid.Parse((string)RouteData.Values["id"]!), cancel)) && FieldKinds.Has(Input.Kind)
            ? Page()
            : NotFound();

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        var form = await db.Forms.SingleOrDefaultAsync(f => f.Id == id, cancel);
        Form = form!;
        return form is not null;
    }

    /// <summary>From then on its author knows, and may save over it.</summary>
    private bool SayChangedMeanwhile(Question? stored, Question typed)
    {
        var now = stored is null ? null : Seen.Of(stored);
        if (now == (string.IsNullOrEmpty(SeenThen) ? null : SeenThen) || stored?.ReadsLike(typed) == true)
        {
            return false;
        }

        ModelState.Remove(nameof(SeenThen));
        SeenThen = now;
        ModelState.AddModelError("", stored is null
            ? "Un collègue vient de retirer cette question. La vôtre n’est pas enregistrée et reste ci-dessous : enregistrez à nouveau pour la remettre à la fin."
            : $"Un collègue vient de modifier cette question : « {stored.Label} », {stored.Asked.Title.ToLower(French.Culture)}, {(stored.Required ? "obligatoire" : "facultative")}. La vôtre n’est pas enregistrée et reste ci-dessous : reprenez ce qui doit l’être, puis enregistrez à nouveau.");
        return true;
    }

    private bool Check()
    {
        if (!FieldKinds.Has(Input.Kind))
        {
            return false;
        }

        foreach (var (control, sentence) in Input.Refusals(Earlier))
        {
            ModelState.AddModelError($"{nameof(Input)}.{control}", sentence);
        }

        return ModelState.IsValid;
    }

    private static string Required(Question question) => question.Required ? "obligatoire" : "facultative";

    [GeneratedRegex("^[a-z0-9-]{1,40}$")]
    private static partial Regex Id();
}
