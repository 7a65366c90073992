using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Saas.Modules.Forms.Answering.Fields;
using Saas.Modules.Forms.Model;
using Saas.Shell.Web;

namespace Saas.Modules.Forms.Answering;

/// <summary>
/// A page on which questions are answered. Whatever button is pressed, and whatever is refused afterwards, the answers and files that came
/// with it are kept in the draft first.
/// </summary>
internal abstract class AnswerPage(DraftShelf shelf, FileDesk desk, CommuneClock clock, IDataProtectionProvider protection) : FormPage
{
    private bool _receivedAlready;

    public Form Form { get; protected set; } = null!;

    public Edition Edition { get; protected set; } = null!;

    public AnswerSheet Sheet { get; protected set; } = null!;

    /// <summary>The page of the form that is shown.</summary>
    public Step Current { get; protected set; } = null!;

    public virtual IReadOnlyList<Step> Steps => Sheet.Journey.MetSteps;

    /// <summary>Reached the end of those whom the procedure does not concern, by what earlier steps hold.</summary>
    public bool IsAtEnd => Sheet.Journey.Exit is not null && Steps.Count > 0 && Current == Steps[^1];

    /// <summary>Something may follow, as far as the answers tell.</summary>
    public virtual bool GoesOn => Sheet.Journey.Exit is null && Sheet.Journey.Steps.Any(step => step.Number > Current.Number && (Steps.Contains(step) || DependsOnCurrent(step)));

    public Draft? Draft { get; protected set; }

    public Guid DraftId { get; private set; }

    /// <summary>Sealed: when this page was opened, and its draft.</summary>
    public string Opened { get; private set; } = "";

    /// <summary>Reference of the request its author knows to have sent: what is sent from here is another one.</summary>
    public string Known { get; protected set; } = "";

    /// <summary>What is answered here can be sent now.</summary>
    public abstract bool IsOpen { get; }

    /// <summary>Questions were published since this draft was begun.</summary>
    public bool IsOlderEdition => Edition.Number < Form.EditionNumber;

    protected SentForm Sent { get; private set; } = new(null, null, "", false, "", [], [], 0);

    /// <summary>What this request itself brought, in case it is not kept.</summary>
    protected Dictionary<string, string> Answers { get; private set; } = [];

    protected IReadOnlyList<DraftFile> Received { get; private set; } = [];

    /// <summary>The step asked for; 0 for the first.</summary>
    protected int StepNumber { get; set; }

    protected DraftShelf Shelf => shelf;

    protected CommuneClock Clock => clock;

    protected IDataProtectionProvider Protection => protection;

    /// <summary>Where this page is, without what follows a question mark.</summary>
    protected abstract string Address { get; }

    /// <summary>The step after this one, as the answers lead.</summary>
    protected Step? Following => Steps.FirstOrDefault(step => step.Number > Current.Number);

    public async Task<IActionResult> OnPostNextAsync(CancellationToken cancel) =>
        await KeepAsync(cancel) ?? await GoOnAsync(cancel);

    public async Task<IActionResult> OnPostPreviousAsync(CancellationToken cancel)
    {
        if (await KeepAsync(cancel) is { } answered)
        {
            return answered;
        }

        StepNumber = Steps.LastOrDefault(step => step.Number < Current.Number)?.Number ?? StepNumber;
        return await BackAsync(anchor: "#formulaire", cancel);
    }

    public async Task<IActionResult> OnPostSaveAsync(CancellationToken cancel)
    {
        if (await KeepAsync(cancel) is { } answered)
        {
            return answered;
        }

        TempData.Say($"Votre brouillon est enregistré. {NotSentYet}");
        return await BackAsync(anchor: "", cancel);
    }

    public async Task<IActionResult> OnPostAttachAsync(CancellationToken cancel)
    {
        if (await KeepAsync(cancel) is { } answered)
        {
            return answered;
        }

        TempData.Say(Received.Count switch
        {
            0 => "Aucun fichier n’était choisi : choisissez-en un, puis joignez-le.",
            1 => $"« {Received[0].Name} » est joint. {NotSentYet}",
            var count => $"{count} fichiers sont joints. {NotSentYet}",
        });
        return await BackAsync(anchor: "#formulaire", cancel);
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid file, CancellationToken cancel)
    {
        if (await KeepAsync(cancel) is { } answered)
        {
            return answered;
        }

        if (Draft?.Files.FirstOrDefault(known => known.Id == file) is { } removed)
        {
            await shelf.DiscardAsync(Draft, file, cancel);
            TempData.Say($"« {removed.Name} » est retiré.");
        }

        return await BackAsync(anchor: "#formulaire", cancel);
    }

    /// <summary>By script, of the answers that changed only.</summary>
    public async Task<IActionResult> OnPostAutosaveAsync(CancellationToken cancel) =>
        await KeepAsync(cancel) ?? AnswerAutosave();

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        // An expired token comes here without passing by a handler: what it brought is kept all the same.
        if (HttpMethods.IsPost(Request.Method))
        {
            if (Form is null && await LoadAsync(cancel) is { } missing)
            {
                return missing;
            }

            if (await ReceiveAsync(sending: false, cancel) is { } elsewhere)
            {
                return elsewhere;
            }

            if (IsOverLimit)
            {
                SayDraftIsKept();
            }

            if (IsAutosave)
            {
                return IsOverLimit ? StatusCode(StatusCodes.Status429TooManyRequests) : AnswerAutosave();
            }
        }

        DraftId = Draft?.Id ?? Sent.DraftId ?? Guid.CreateVersion7();

        // An identifier that came from elsewhere proves nothing, and must not come to.
        var own = Draft is not null || Sent.DraftId is null || Sent.Proves(DraftId, protection);
        Opened = SentForm.Seal(Sent.OpenedAt(protection) ?? clock.Now, own ? DraftId : Guid.Empty, protection);
        Known = Known.Length == 0 ? Sent.Known : Known;
        ReadSheet();
        await ReadSurroundingsAsync(cancel);
        return Page();
    }

    /// <summary>Finds the form and what else the address is about; the answer when there is none.</summary>
    protected abstract Task<IActionResult?> LoadAsync(CancellationToken cancel);

    /// <summary>What the page shows around the questions.</summary>
    protected abstract Task ReadSurroundingsAsync(CancellationToken cancel);

    /// <summary>Finds the draft of that id, and the edition it answers.</summary>
    protected abstract Task FindDraftAsync(Guid id, CancellationToken cancel);

    /// <summary>Puts what came into the draft. Answers for itself only when the same page was sent before.</summary>
    protected abstract Task<IActionResult?> PutAwayAsync(Guid id, bool sending, CancellationToken cancel);

    /// <summary>« Votre demande n’est pas encore envoyée. »</summary>
    protected abstract string NotSentYet { get; }

    protected bool IsAutosave => Request.Query["handler"] == "Autosave";

    /// <summary>A page of another site can make this browser send a form: nobody here typed it.</summary>
    protected bool IsFromElsewhere => Request.Headers["Sec-Fetch-Site"] is not ([] or ["same-origin"]);

    protected static bool IsOn(Step step, string field) => step.Questions.Any(question => question.Field == field);

    /// <summary>Keeps all that came. Answers for itself only when the same page was sent before, or its draft is gone.</summary>
    protected async Task<IActionResult?> ReceiveAsync(bool sending, CancellationToken cancel)
    {
        if (_receivedAlready)
        {
            return null;
        }

        _receivedAlready = true;
        Sent = SentForm.Read(Request.Form);
        var id = Sent.DraftId ?? Guid.CreateVersion7();
        await FindDraftAsync(id, cancel);
        Answers = SentForm.AnswersIn(Request.Form, Edition);
        StepNumber = Sent.Step;
        if (Draft is null)
        {
            Answers = SentForm.CarriedIn(Request.Form, Edition).Concat(Answers).GroupBy(answer => answer.Key).ToDictionary(answer => answer.Key, answer => answer.Last().Value);
        }

        if (IsOverLimit || IsFromElsewhere)
        {
            return null;
        }

        (Received, var refused) = await desk.ReceiveAsync(Request.Form.Files, Edition, FileField.MostFiles - (Draft?.Files.Count ?? 0), cancel);
        foreach (var (field, sentence) in refused)
        {
            ModelState.AddModelError(field, sentence);
        }

        return await PutAwayAsync(id, sending, cancel);
    }

    /// <summary>What was received just now belongs to a request that was filed already.</summary>
    protected void ForgetReceived() => desk.Forget(Received);

    /// <summary>For every button but the one that sends: the answer when there is no such page.</summary>
    protected async Task<IActionResult?> KeepAsync(CancellationToken cancel)
    {
        if (await LoadAsync(cancel) is { } missing)
        {
            return missing;
        }

        if (await ReceiveAsync(sending: false, cancel) is { } elsewhere)
        {
            return elsewhere;
        }

        ReadSheet();
        return null;
    }

    /// <summary>What is wrong on this step is said here; the rest when it is reached.</summary>
    protected async Task<IActionResult> GoOnAsync(CancellationToken cancel)
    {
        Refuse(Refusals().Where(refusal => IsOn(Current, refusal.Field)));
        if (ModelState.IsValid && Following is null && Sheet.Journey.Exit is null)
        {
            TempData.Say("C’est la dernière étape : vous pouvez envoyer votre demande.");
        }

        StepNumber = ModelState.IsValid ? Following?.Number ?? StepNumber : StepNumber;
        return await BackAsync(anchor: "#formulaire", cancel);
    }

    protected virtual IEnumerable<(string Field, string Sentence)> Refusals() => Sheet.Refusals(Sent.Sure);

    protected void Refuse(IEnumerable<(string Field, string Sentence)> refusals)
    {
        foreach (var (field, sentence) in refusals.Where(refusal => ModelState[refusal.Field]?.Errors.Count is null or 0))
        {
            ModelState.AddModelError(field, sentence);
        }
    }

    protected virtual void ReadSheet()
    {
        var unkept = IsOverLimit || Answers.Values.Any(answer => answer.Length > Draft.LongestAnswer);
        Sheet = new AnswerSheet(Edition, unkept ? Unkept() : Draft?.Answers ?? Answers, Draft?.Files ?? [], clock.Today);
        Current = Steps.LastOrDefault(step => step.Number <= StepNumber) ?? Sheet.Journey.Steps[0];
    }

    /// <summary>To the page again, which finds the draft; at once when something was refused, or the refusal would be lost.</summary>
    protected async Task<IActionResult> BackAsync(string anchor, CancellationToken cancel)
    {
        if (ModelState.IsValid && IsOpen)
        {
            return SeeOther($"{Address}{QueryString.Create(Where())}{anchor}");
        }

        TempData.Clear();
        return await ShowAsync(cancel);
    }

    protected virtual IEnumerable<KeyValuePair<string, string?>> Where()
    {
        if (StepNumber > 1)
        {
            yield return new("etape", StepNumber.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>303: whatever the verb was, the next page is read.</summary>
    protected StatusCodeResult SeeOther(string address)
    {
        Response.Headers.Location = address;
        return StatusCode(StatusCodes.Status303SeeOther);
    }

    /// <summary>The hour it was saved at is the commune's, which the device does not know.</summary>
    private IActionResult AnswerAutosave()
    {
        if (Draft is null)
        {
            return StatusCode(StatusCodes.Status409Conflict);
        }

        ReadSheet();
        return new JsonResult(new { At = clock.Hour(Draft.UpdatedAt), Met = Edition.Questions.Where(Sheet.Journey.Meets).Select(question => question.Field) });
    }

    private bool DependsOnCurrent(Step step) =>
        step.Title?.When?.Clauses.Any(clause => Current.Questions.Any(question => question.Id == clause.QuestionId)) == true;

    /// <summary>What was typed now, over what the draft holds.</summary>
    private Dictionary<string, string> Unkept()
    {
        var all = new Dictionary<string, string>(Draft?.Answers ?? AnswerSheet.Blank);
        foreach (var (question, answer) in Answers)
        {
            all[question] = answer;
        }

        return all;
    }

    private void SayDraftIsKept()
    {
        if (Draft is not null)
        {
            ModelState.AddModelError("", $"Votre brouillon, enregistré {clock.ShortMoment(Draft.UpdatedAt)}, est conservé aussi, avec les fichiers déjà reçus.");
        }
    }
}
