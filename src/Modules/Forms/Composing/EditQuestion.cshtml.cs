using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Forms.Answering.Fields;
using Saas.Modules.Forms.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Forms.Composing;

/// <summary>One question. An id that the form does not have yet is that of a new one, made where it was asked for: twice saved, once there.</summary>
[Requires(FormsPermissions.Compose)]
internal sealed partial class EditQuestion(SaasDbContext db) : FormPage
{
    private const int MostAttempts = 5;

    [BindProperty]
    public QuestionInput Input { get; set; } = new();

    public Form Form { get; private set; } = null!;

    public bool IsNew => Form.Find((string)RouteData.Values["questionId"]!) is null;

    public IReadOnlyList<QuestionKind> Kinds { get; } = [.. FieldKinds.Kinds];

    /// <param name="sorte">Kind of a new question.</param>
    public async Task<IActionResult> OnGetAsync(Guid id, string questionId, QuestionKind? sorte, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel) || !Id().IsMatch(questionId))
        {
            return NotFound();
        }

        if (Form.Find(questionId) is { } known)
        {
            Input = QuestionInput.Of(known);
        }
        else if (sorte is { } kind && Enum.IsDefined(kind))
        {
            Input = QuestionInput.New(kind);
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

            Form.Put(Input.ToQuestion(questionId));
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
        if (Input.Kind == QuestionKind.File && Input.Accepts.Count == 0)
        {
            Input.Accepts = [.. Question.AllFiles];
        }

        return ShowAsync(cancel);
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel) =>
        (Form is not null || await LoadAsync(Guid.Parse((string)RouteData.Values["id"]!), cancel)) && Enum.IsDefined(Input.Kind)
            ? Page()
            : NotFound();

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        var form = await db.Forms.SingleOrDefaultAsync(f => f.Id == id, cancel);
        Form = form!;
        return form is not null;
    }

    private bool Check()
    {
        if (!Enum.IsDefined(Input.Kind))
        {
            return false;
        }

        foreach (var (field, sentence) in Input.Refusals())
        {
            ModelState.AddModelError($"{nameof(Input)}.{field}", sentence);
        }

        return ModelState.IsValid;
    }

    [GeneratedRegex("^[a-z0-9-]{1,40}$")]
    private static partial Regex Id();
}
