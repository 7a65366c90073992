using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Saas.Contracts.Requests;
using Saas.Contracts.Site;
using Saas.Modules.Forms.Answering.Fields;
using Saas.Modules.Forms.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Forms.Answering;

/// <summary>
/// The form as residents fill it in. Whatever button is pressed, and whatever is refused afterwards, the answers and files that came with
/// it are kept in the draft first.
/// </summary>
[Public]
[EnableRateLimiting(RateLimits.File)]
internal sealed class AnswerForm(
    SaasDbContext db,
    DraftShelf shelf,
    BrowserKey key,
    FileDesk desk,
    IRequestIntake intake,
    IPublicFrame frame,
    ICurrentTenant current,
    CommuneClock clock,
    IDataProtectionProvider protection,
    IOptions<FormsOptions> options) : FormPage
{
    /// <summary>Name of the control for the address of the link to another device.</summary>
    public const string LinkTo = "LienA";

    private const int MostAttempts = 4;

    /// <summary>The same answers sent again so soon are the same request.</summary>
    private static readonly TimeSpan SameRequest = TimeSpan.FromHours(24);

    /// <summary>Other answers sent so soon may be a correction: their author is asked.</summary>
    private static readonly TimeSpan Shortly = TimeSpan.FromHours(1);

    /// <summary>Sent again sooner than this, it was a double click, and needs no word.</summary>
    private static readonly TimeSpan DoubleClick = TimeSpan.FromSeconds(10);

    private SentForm _sent = new(null, null, "", false, "", [], [], 0);

    /// <summary>What this request itself brought, in case it is not kept.</summary>
    private Dictionary<string, string> _answers = [];

    private IReadOnlyList<DraftFile> _received = [];

    private bool _receivedAlready;

    /// <summary>The step asked for; 0 for the first.</summary>
    private int _step;

    public Form Form { get; private set; } = null!;

    public Edition Edition { get; private set; } = null!;

    public AnswerSheet Sheet { get; private set; } = null!;

    /// <summary>The page of the form that is shown.</summary>
    public Step Current { get; private set; } = null!;

    public IReadOnlyList<Step> Steps => Sheet.Journey.MetSteps;

    /// <summary>Reached the end of those whom the procedure does not concern, by what earlier steps hold.</summary>
    public bool IsAtEnd => Sheet.Journey.Exit is not null && Steps.Count > 0 && Current == Steps[^1];

    /// <summary>Something may follow, as far as the answers tell.</summary>
    public bool GoesOn => Sheet.Journey.Exit is null && Sheet.Journey.Steps.Any(step => step.Number > Current.Number && (Steps.Contains(step) || DependsOnCurrent(step)));

    public TownHall TownHall { get; private set; } = null!;

    public Draft? Draft { get; private set; }

    public Guid DraftId { get; private set; }

    /// <summary>Sealed: when this page was opened, and its draft.</summary>
    public string Opened { get; private set; } = "";

    /// <summary>What this browser sent of this procedure a moment ago; null when nothing, or when its author said this is another one.</summary>
    public FiledRequest? Earlier { get; private set; }

    /// <summary>Reference of the request its author knows to have sent: what is sent from here is another one.</summary>
    public string Known { get; private set; } = "";

    public Availability Availability => Availability.Of(Form, clock.Today, current.Words);

    public bool IsOpen => Availability.MayBeFiled && current.Tenant.State == TenantState.Open && intake.Offered;

    public bool IsPreparing => Form.State == FormState.Open && current.Tenant.State == TenantState.Preparing;

    /// <summary>Questions were published since this draft was begun.</summary>
    public bool IsOlderEdition => Edition.Number < Form.EditionNumber;

    public bool AsksForEmail => Edition.Questions.Any(question => question.Asked.SenderRole == QuestionRole.SenderEmail);

    /// <summary>« Vous avez commencé cette demande », for one that comes back; not above what was just sent.</summary>
    public bool IsBegun => Draft is not null && HttpMethods.IsGet(Request.Method) && _step == 0;

    /// <param name="autre">Reference of a request after which another one is wanted.</param>
    /// <param name="etape">Number of a step.</param>
    public async Task<IActionResult> OnGetAsync(string slug, string? autre, int etape, CancellationToken cancel)
    {
        if (!await LoadAsync(slug, cancel))
        {
            return NotFound();
        }

        var filed = await FiledBeforeAsync(SameRequest, cancel);
        Known = filed.Any(request => request.Reference == autre) ? autre! : "";
        Earlier = Known.Length == 0 ? filed.FirstOrDefault(request => clock.Now - request.ReceivedAt < Shortly) : null;

        Draft = await shelf.FindLatestAsync(Form.Id, cancel);
        Edition = Draft?.Edition ?? Edition;
        _step = etape;
        return await ShowAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancel)
    {
        if (!await LoadAsync(slug, cancel))
        {
            return NotFound();
        }

        if (await ReceiveAsync(sending: true, cancel) is { } answered)
        {
            return answered;
        }

        if (!IsOpen)
        {
            return await ShowAsync(cancel);
        }

        ReadSheet();
        if (Following is not null)
        {
            return await GoOnAsync(cancel);
        }

        var refusals = Sheet.Refusals(_sent.Sure).ToList();
        Current = Steps.FirstOrDefault(step => refusals.Any(refusal => IsOn(step, refusal.Field))) ?? Current;
        if (Current.Number < _step)
        {
            ModelState.AddModelError("", "Il reste un point à corriger dans une étape précédente : la voici.");
        }

        _step = Current.Number;
        Refuse(refusals.Where(refusal => IsOn(Current, refusal.Field)));
        return ModelState.IsValid ? await AnswerEarlierAsync(cancel) ?? await FileAsync(cancel) : await ShowAsync(cancel);
    }

    public async Task<IActionResult> OnPostNextAsync(string slug, CancellationToken cancel)
    {
        if (!await LoadAsync(slug, cancel))
        {
            return NotFound();
        }

        await ReceiveAsync(sending: false, cancel);
        ReadSheet();
        return await GoOnAsync(cancel);
    }

    public async Task<IActionResult> OnPostPreviousAsync(string slug, CancellationToken cancel)
    {
        if (!await LoadAsync(slug, cancel))
        {
            return NotFound();
        }

        await ReceiveAsync(sending: false, cancel);
        ReadSheet();
        _step = Steps.LastOrDefault(step => step.Number < Current.Number)?.Number ?? _step;
        return await BackAsync(anchor: "#formulaire", cancel);
    }

    public async Task<IActionResult> OnPostSaveAsync(string slug, CancellationToken cancel)
    {
        if (!await LoadAsync(slug, cancel))
        {
            return NotFound();
        }

        await ReceiveAsync(sending: false, cancel);
        TempData.Say("Votre brouillon est enregistré. Votre demande n’est pas encore envoyée.");
        return await BackAsync(anchor: "", cancel);
    }

    public async Task<IActionResult> OnPostAttachAsync(string slug, CancellationToken cancel)
    {
        if (!await LoadAsync(slug, cancel))
        {
            return NotFound();
        }

        await ReceiveAsync(sending: false, cancel);
        TempData.Say(_received.Count switch
        {
            0 => "Aucun fichier n’était choisi : choisissez-en un, puis joignez-le.",
            1 => $"« {_received[0].Name} » est joint. Votre demande n’est pas encore envoyée.",
            var count => $"{count} fichiers sont joints. Votre demande n’est pas encore envoyée.",
        });
        return await BackAsync(anchor: "#formulaire", cancel);
    }

    public async Task<IActionResult> OnPostRemoveAsync(string slug, Guid file, CancellationToken cancel)
    {
        if (!await LoadAsync(slug, cancel))
        {
            return NotFound();
        }

        await ReceiveAsync(sending: false, cancel);
        if (Draft?.Files.FirstOrDefault(known => known.Id == file) is { } removed)
        {
            await shelf.DiscardAsync(Draft, file, cancel);
            TempData.Say($"« {removed.Name} » est retiré.");
        }

        return await BackAsync(anchor: "#formulaire", cancel);
    }

    /// <summary>Mails a link by which another device goes on.</summary>
    public async Task<IActionResult> OnPostLinkAsync(string slug, CancellationToken cancel)
    {
        if (!await LoadAsync(slug, cancel))
        {
            return NotFound();
        }

        await ReceiveAsync(sending: false, cancel);
        var to = Request.Form[LinkTo].ToString().Trim();
        if (!Form.IsAddress(to))
        {
            ModelState.AddModelError(LinkTo, to.Length == 0 ? "Indiquez l’adresse e-mail où envoyer le lien." : $"« {to} » n’est pas une adresse e-mail. Vérifiez qu’elle s’écrit comme prenom.nom@exemple.fr, sans espace.");
        }
        else if (Draft is not null)
        {
            TempData.Say(await shelf.MailLinkAsync(Draft, Edition.Title, to, cancel)
                ? $"Le lien est envoyé à {to}. Votre brouillon est enregistré ; votre demande n’est pas encore envoyée."
                : "Le lien a déjà été envoyé plusieurs fois : cherchez-le dans vos messages, et parmi les indésirables.");
        }

        return await BackAsync(anchor: "", cancel);
    }

    /// <summary>By script, of the answers that changed only.</summary>
    public async Task<IActionResult> OnPostAutosaveAsync(string slug, CancellationToken cancel)
    {
        if (!await LoadAsync(slug, cancel))
        {
            return NotFound();
        }

        await ReceiveAsync(sending: false, cancel);
        return AnswerAutosave();
    }

    public async Task<IActionResult> OnPostEraseAsync(string slug, CancellationToken cancel)
    {
        if (!await LoadAsync(slug, cancel))
        {
            return NotFound();
        }

        if (SentForm.Read(Request.Form).DraftId is { } id)
        {
            await shelf.EraseAsync(id, Form.Id, cancel);
            TempData.Say("Le brouillon est effacé.");
        }

        return SeeOther(Address);
    }

    /// <summary>By script: names to choose from while the name of a commune is typed.</summary>
    public async Task<IActionResult> OnGetCommunesAsync(string? q, CancellationToken cancel) => new JsonResult(await CommuneNames.FindAsync(db, q, cancel));

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        // An expired token comes here without passing by a handler: what it brought is kept all the same.
        if (HttpMethods.IsPost(Request.Method))
        {
            if (Form is null && !await LoadAsync(RouteData.Values["slug"] as string ?? "", cancel))
            {
                return NotFound();
            }

            await ReceiveAsync(sending: false, cancel);
            if (IsOverLimit)
            {
                SayDraftIsKept();
            }

            if (Request.Query["handler"] == "Autosave")
            {
                return IsOverLimit ? StatusCode(StatusCodes.Status429TooManyRequests) : AnswerAutosave();
            }
        }

        key.GiveHash();
        DraftId = Draft?.Id ?? _sent.DraftId ?? Guid.CreateVersion7();

        // An identifier that came from elsewhere proves nothing, and must not come to.
        var own = Draft is not null || _sent.DraftId is null || _sent.Proves(DraftId, protection);
        Opened = SentForm.Seal(_sent.OpenedAt(protection) ?? clock.Now, own ? DraftId : Guid.Empty, protection);
        Known = Known.Length == 0 ? _sent.Known : Known;
        ReadSheet();
        TownHall = (await frame.ReadAsync(cancel)).TownHall;
        return Page();
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

    private string Address => $"/demarches/{Form.Slug}";

    /// <summary>The step after this one, as the answers lead.</summary>
    private Step? Following => Steps.FirstOrDefault(step => step.Number > Current.Number);

    private static bool IsOn(Step step, string field) => step.Questions.Any(question => question.Field == field);

    /// <summary>What is wrong on this step is said here; the rest when it is reached.</summary>
    private async Task<IActionResult> GoOnAsync(CancellationToken cancel)
    {
        Refuse(Sheet.Refusals(_sent.Sure).Where(refusal => IsOn(Current, refusal.Field)));
        if (ModelState.IsValid && Following is null && Sheet.Journey.Exit is null)
        {
            TempData.Say("C’est la dernière étape : vous pouvez envoyer votre demande.");
        }

        _step = ModelState.IsValid ? Following?.Number ?? _step : _step;
        return await BackAsync(anchor: "#formulaire", cancel);
    }

    private void Refuse(IEnumerable<(string Field, string Sentence)> refusals)
    {
        foreach (var (field, sentence) in refusals.Where(refusal => ModelState[refusal.Field]?.Errors.Count is null or 0))
        {
            ModelState.AddModelError(field, sentence);
        }
    }

    private bool DependsOnCurrent(Step step) =>
        step.Title?.When?.Clauses.Any(clause => Current.Questions.Any(question => question.Id == clause.QuestionId)) == true;

    private async Task<bool> LoadAsync(string slug, CancellationToken cancel)
    {
        var form = await db.Forms.AsNoTracking().SingleOrDefaultAsync(f => f.Slug == slug && f.State != FormState.Draft, cancel);
        if (form is null)
        {
            return false;
        }

        Form = form;
        Edition = await db.Editions.AsNoTracking().SingleAsync(edition => edition.FormId == form.Id && edition.Number == form.EditionNumber, cancel);
        return true;
    }

    /// <summary>Keeps all that came. Answers for itself only when the same page was sent before.</summary>
    private async Task<IActionResult?> ReceiveAsync(bool sending, CancellationToken cancel)
    {
        if (_receivedAlready)
        {
            return null;
        }

        _receivedAlready = true;
        _sent = SentForm.Read(Request.Form);
        var id = _sent.DraftId ?? Guid.CreateVersion7();
        await FindDraftAsync(id, cancel);
        _answers = SentForm.AnswersIn(Request.Form, Edition);
        _step = _sent.Step;
        if (Draft is null)
        {
            _answers = SentForm.CarriedIn(Request.Form, Edition).Concat(_answers).GroupBy(answer => answer.Key).ToDictionary(answer => answer.Key, answer => answer.Last().Value);
        }

        // A page of another site can make this browser send a form: nobody here typed it.
        if (IsOverLimit || Request.Headers["Sec-Fetch-Site"] is not ([] or ["same-origin"]))
        {
            return null;
        }

        (_received, var refused) = await desk.ReceiveAsync(Request.Form.Files, Edition, FileField.MostFiles - (Draft?.Files.Count ?? 0), cancel);
        foreach (var (field, sentence) in refused)
        {
            ModelState.AddModelError(field, sentence);
        }

        if (await intake.FindAsync(id, cancel) is { } filed)
        {
            if (sending && IsTheSame(filed))
            {
                desk.Forget(_received);
                await shelf.DropAsync(id, Form.Id, cancel);
                return LeadTo(filed);
            }

            if (Request.Query["handler"] == "Autosave")
            {
                return null;
            }

            await shelf.DropAsync(id, Form.Id, cancel);
            Draft = await shelf.KeepAsync(Guid.CreateVersion7(), Edition, _answers, _received, cancel);
            if (sending)
            {
                SayAlreadyFiled(filed, "joignez à nouveau les fichiers et envoyez");
                return await ShowAsync(cancel);
            }

            return null;
        }

        Draft = await shelf.KeepAsync(id, Edition, _answers, _received, cancel);
        return null;
    }

    /// <summary>The draft of that id, with the edition it was begun with; without one, the edition the page showed.</summary>
    private async Task FindDraftAsync(Guid id, CancellationToken cancel)
    {
        Draft = await shelf.FindAsync(id, Form.Id, cancel);

        // A page of another site could lead this browser into a draft of its author's.
        if (Draft is null && Request.Headers["Sec-Fetch-Site"] is ["same-origin"] && _sent.Proves(id, protection))
        {
            Draft = await shelf.FindLostAsync(id, Form.Id, cancel);
        }

        if (Draft is not null)
        {
            Edition = Draft.Edition;
        }
        else if (_sent.EditionId is { } seen && seen != Edition.Id)
        {
            Edition = await db.Editions.AsNoTracking().SingleOrDefaultAsync(edition => edition.Id == seen && edition.FormId == Form.Id, cancel) ?? Edition;
        }
    }

    /// <summary>
    /// The page opened afresh has a draft of its own, so that its identifier cannot tell that these answers were sent already: this
    /// browser's requests can. Null when this is a request of its own.
    /// </summary>
    private async Task<IActionResult?> AnswerEarlierAsync(CancellationToken cancel)
    {
        var earlier = (await FiledBeforeAsync(SameRequest, cancel)).TakeWhile(filed => filed.Reference != _sent.Known).ToList();
        var fingerprint = Sheet.Fingerprint(Sheet.Files.Select(file => file.Checksum));
        if (earlier.FirstOrDefault(filed => filed.Fingerprint == fingerprint) is { } same)
        {
            await shelf.EraseAsync(Draft!.Id, Form.Id, cancel);
            return LeadTo(same);
        }

        if (earlier.FirstOrDefault() is { } last && clock.Now - last.ReceivedAt < Shortly)
        {
            SayAlreadyFiled(last, "envoyez à nouveau");
            return await ShowAsync(cancel);
        }

        return null;
    }

    private async Task<IReadOnlyList<FiledRequest>> FiledBeforeAsync(TimeSpan within, CancellationToken cancel) =>
        key.FindHash() is { } browser ? await intake.ListAsync(Convert.ToHexStringLower(browser), Address, clock.Now - within, cancel) : [];

    /// <summary>The request, its receipt, its mails and the end of the draft are one transaction.</summary>
    private async Task<IActionResult> FileAsync(CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            var draft = Draft!;
            try
            {
                ReadSheet();
                var filed = await intake.PrepareAsync(Sheet.ToRequest(draft.Id, Form, LooksLikeSpam(draft), Convert.ToHexStringLower(key.GiveHash())), cancel);
                db.Remove(draft);
                if (!await SaveWithinLimitAsync(cancel))
                {
                    return await SayFullAsync(draft, cancel);
                }

                return SeeOther(intake.OpenToThisBrowser(filed));
            }
            catch (DbUpdateException refused) when (attempt < MostAttempts && (refused is DbUpdateConcurrencyException || refused.IsDuplicate()))
            {
                db.ChangeTracker.Clear();
                if (await intake.FindAsync(draft.Id, cancel) is { } filed)
                {
                    return await AnswerAlreadyFiledAsync(filed, draft.Id, cancel);
                }

                // An autosave or another tab came between: read what it left, and try again.
                Draft = await shelf.KeepAsync(draft.Id, Edition, _answers, _received, cancel);
            }
        }
    }

    /// <summary>False when others took the last places meanwhile: the row of the form is the queue, and nothing is saved.</summary>
    private async Task<bool> SaveWithinLimitAsync(CancellationToken cancel)
    {
        if (Form.MostRequests is null)
        {
            await db.SaveChangesAsync(cancel);
            return true;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var taken = await db.Forms
            .Where(form => form.Id == Form.Id && (form.MostRequests == null || form.FiledCount < form.MostRequests))
            .ExecuteUpdateAsync(form => form.SetProperty(f => f.FiledCount, f => f.FiledCount + 1), cancel);
        if (taken == 0)
        {
            return false;
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    private async Task<IActionResult> SayFullAsync(Draft draft, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        await LoadAsync(Form.Slug, cancel);
        Draft = await shelf.FindAsync(draft.Id, Form.Id, cancel);
        return await ShowAsync(cancel);
    }

    private async Task<IActionResult> AnswerAlreadyFiledAsync(FiledRequest filed, Guid draftId, CancellationToken cancel)
    {
        var same = filed.Fingerprint == Sheet.Fingerprint(Sheet.Files.Select(file => file.Checksum));
        if (same)
        {
            await shelf.DropAsync(draftId, Form.Id, cancel);
            return LeadTo(filed);
        }

        SayAlreadyFiled(filed, "joignez à nouveau les fichiers et envoyez");
        Draft = await shelf.KeepAsync(Guid.CreateVersion7(), Edition, _answers, [], cancel);
        return await ShowAsync(cancel);
    }

    /// <summary>The draft ended with the request: the files it had are known by what the page listed.</summary>
    private bool IsTheSame(FiledRequest filed) =>
        filed.Fingerprint == new AnswerSheet(Edition, _answers, [], clock.Today).Fingerprint(_sent.Kept.Concat(_received.Select(file => file.Checksum)));

    /// <summary>From then on its author knows, and may send another one.</summary>
    private void SayAlreadyFiled(FiledRequest filed, string next)
    {
        Known = filed.Reference;
        ModelState.AddModelError(
            "",
            $"Vous avez déjà envoyé une demande (référence {filed.Reference}) {clock.ShortMoment(filed.ReceivedAt)}, avec d’autres réponses. Rien de plus n’est parti. Pour la corriger, écrivez plutôt à {current.Words.House} depuis la page de suivi. Pour en envoyer une autre, vérifiez vos réponses ci-dessous, {next}.");
    }

    private StatusCodeResult LeadTo(FiledRequest filed)
    {
        if (clock.Now - filed.ReceivedAt > DoubleClick)
        {
            TempData.Say($"Vous avez déjà envoyé cette demande {clock.ShortMoment(filed.ReceivedAt)}. Elle n’est pas partie une seconde fois : voici son accusé de réception.");
        }

        return SeeOther(intake.OpenToThisBrowser(filed));
    }

    /// <summary>A robot fills in what people do not see, or answers before anyone could have read. It gets the same receipt.</summary>
    private bool LooksLikeSpam(Draft draft)
    {
        var least = TimeSpan.FromSeconds(options.Value.LeastSeconds);
        var opened = _sent.OpenedAt(protection);
        return _sent.TrapFilled || opened is null || (clock.Now - opened < least && clock.Now - draft.StartedAt < least);
    }

    private void ReadSheet()
    {
        var unkept = IsOverLimit || _answers.Values.Any(answer => answer.Length > Draft.LongestAnswer);
        Sheet = new AnswerSheet(Edition, unkept ? Unkept() : Draft?.Answers ?? _answers, Draft?.Files ?? [], clock.Today);
        Current = Steps.LastOrDefault(step => step.Number <= _step) ?? Sheet.Journey.Steps[0];
    }

    /// <summary>What was typed now, over what the draft holds.</summary>
    private Dictionary<string, string> Unkept()
    {
        var all = new Dictionary<string, string>(Draft?.Answers ?? AnswerSheet.Blank);
        foreach (var (question, answer) in _answers)
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

    /// <summary>To the page again, which finds the draft; at once when something was refused, or the refusal would be lost.</summary>
    private async Task<IActionResult> BackAsync(string anchor, CancellationToken cancel)
    {
        if (ModelState.IsValid && IsOpen)
        {
            return SeeOther($"{Address}{QueryString.Create(Where())}{anchor}");
        }

        TempData.Clear();
        return await ShowAsync(cancel);
    }

    private IEnumerable<KeyValuePair<string, string?>> Where()
    {
        if (_sent.Known.Length > 0)
        {
            yield return new("autre", _sent.Known);
        }

        if (_step > 1)
        {
            yield return new("etape", _step.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>303: whatever the verb was, the next page is read.</summary>
    private StatusCodeResult SeeOther(string address)
    {
        Response.Headers.Location = address;
        return StatusCode(StatusCodes.Status303SeeOther);
    }
}
