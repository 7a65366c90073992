using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
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

/// <summary>The form as residents fill it in.</summary>
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
    IOptions<FormsOptions> options) : FilingPage(db, shelf, desk, intake, current, clock, protection)
{
    /// <summary>Name of the control for the address of the link to another device.</summary>
    public const string LinkTo = "LienA";

    /// <summary>The same answers sent again so soon are the same request.</summary>
    private static readonly TimeSpan SameRequest = TimeSpan.FromHours(24);

    /// <summary>Other answers sent so soon may be a correction: their author is asked.</summary>
    private static readonly TimeSpan Shortly = TimeSpan.FromHours(1);

    public TownHall TownHall { get; private set; } = null!;

    /// <summary>What this browser sent of this procedure a moment ago; null when nothing, or when its author said this is another one.</summary>
    public FiledRequest? Earlier { get; private set; }

    public Availability Availability => Availability.Of(Form, Clock.Today, Commune.Words);

    public override bool IsOpen => Availability.MayBeFiled && base.IsOpen;

    public bool IsPreparing => Form.State == FormState.Open && Commune.Tenant.State == TenantState.Preparing;

    public bool AsksForEmail => Edition.Questions.Any(question => question.Asked.SenderRole == QuestionRole.SenderEmail);

    /// <summary>« Vous avez commencé cette demande », for one that comes back; not above what was just sent.</summary>
    public bool IsBegun => Draft is not null && HttpMethods.IsGet(Request.Method) && StepNumber == 0;

    protected override string Address => $"/demarches/{Form.Slug}";

    /// <param name="autre">Reference of a request after which another one is wanted.</param>
    /// <param name="etape">Number of a step.</param>
    public async Task<IActionResult> OnGetAsync(string? autre, int etape, CancellationToken cancel)
    {
        if (await LoadAsync(cancel) is { } missing)
        {
            return missing;
        }

        var filed = await FiledBeforeAsync(SameRequest, cancel);
        Known = filed.Any(request => request.Reference == autre) ? autre! : "";
        Earlier = Known.Length == 0 ? filed.FirstOrDefault(request => Clock.Now - request.ReceivedAt < Shortly) : null;

        Draft = await Shelf.FindLatestAsync(Form.Id, cancel);
        Edition = Draft?.Edition ?? Edition;
        StepNumber = etape;
        return await ShowAsync(cancel);
    }

    /// <summary>Mails a link by which another device goes on.</summary>
    public async Task<IActionResult> OnPostLinkAsync(CancellationToken cancel)
    {
        if (await KeepAsync(cancel) is { } answered)
        {
            return answered;
        }

        var to = Request.Form[LinkTo].ToString().Trim();
        if (!Form.IsAddress(to))
        {
            ModelState.AddModelError(LinkTo, to.Length == 0 ? "Indiquez l’adresse e-mail où envoyer le lien." : $"« {to} » n’est pas une adresse e-mail. Vérifiez qu’elle s’écrit comme prenom.nom@exemple.fr, sans espace.");
        }
        else if (Draft is not null)
        {
            TempData.Say(await Shelf.MailLinkAsync(Draft, Edition.Title, to, cancel)
                ? $"Le lien est envoyé à {to}. Votre brouillon est enregistré ; votre demande n’est pas encore envoyée."
                : "Le lien a déjà été envoyé plusieurs fois : cherchez-le dans vos messages, et parmi les indésirables.");
        }

        return await BackAsync(anchor: "", cancel);
    }

    public async Task<IActionResult> OnPostEraseAsync(CancellationToken cancel)
    {
        if (await LoadAsync(cancel) is { } missing)
        {
            return missing;
        }

        if (SentForm.Read(Request.Form).DraftId is { } id)
        {
            await Shelf.EraseAsync(id, Form.Id, cancel);
            TempData.Say("Le brouillon est effacé.");
        }

        return SeeOther(Address);
    }

    /// <summary>By script: names to choose from while the name of a commune is typed.</summary>
    public async Task<IActionResult> OnGetCommunesAsync(string? q, CancellationToken cancel) => new JsonResult(await CommuneNames.FindAsync(Db, q, cancel));

    protected override async Task ReadSurroundingsAsync(CancellationToken cancel)
    {
        key.GiveHash();
        TownHall = (await frame.ReadAsync(cancel)).TownHall;
    }

    /// <summary>A page of another site could lead this browser into a draft of its author's.</summary>
    protected override async Task<Draft?> FindLostDraftAsync(Guid id, CancellationToken cancel) =>
        Request.Headers["Sec-Fetch-Site"] is ["same-origin"] && Sent.Proves(id, Protection) ? await Shelf.FindLostAsync(id, Form.Id, cancel) : null;

    /// <summary>
    /// The page opened afresh has a draft of its own, so that its identifier cannot tell that these answers were sent already: this
    /// browser's requests can.
    /// </summary>
    protected override async Task<IActionResult?> AnswerEarlierAsync(CancellationToken cancel)
    {
        var earlier = (await FiledBeforeAsync(SameRequest, cancel)).TakeWhile(filed => filed.Reference != Sent.Known).ToList();
        var fingerprint = Fingerprint;
        if (earlier.FirstOrDefault(filed => filed.Fingerprint == fingerprint) is { } same)
        {
            await Shelf.EraseAsync(Draft!.Id, Form.Id, cancel);
            return await LeadToAsync(same, cancel);
        }

        if (earlier.FirstOrDefault() is { } last && Clock.Now - last.ReceivedAt < Shortly)
        {
            SayAlreadyFiled(last, "envoyez à nouveau");
            return await ShowAsync(cancel);
        }

        return null;
    }

    protected override RequestToFile ToRequest(Draft draft) =>
        Sheet.ToRequest(draft.Id, Form, LooksLikeSpam(draft), Convert.ToHexStringLower(key.GiveHash()));

    protected override Task<string> AddressAfterAsync(FiledRequest filed, CancellationToken cancel) => Task.FromResult(Intake.OpenToThisBrowser(filed));

    protected override string AlreadyFiled(FiledRequest filed, string next) =>
        $"Vous avez déjà envoyé une demande (référence {filed.Reference}) {Clock.ShortMoment(filed.ReceivedAt)}, avec d’autres réponses. Rien de plus n’est parti. Pour la corriger, écrivez plutôt à {Commune.Words.House} depuis la page de suivi. Pour en envoyer une autre, vérifiez vos réponses ci-dessous, {next}.";

    protected override IEnumerable<KeyValuePair<string, string?>> Where() =>
        Sent.Known.Length > 0 ? base.Where().Prepend(new("autre", Sent.Known)) : base.Where();

    private async Task<IReadOnlyList<FiledRequest>> FiledBeforeAsync(TimeSpan within, CancellationToken cancel) =>
        key.FindHash() is { } browser ? await Intake.ListAsync(Convert.ToHexStringLower(browser), Address, Clock.Now - within, cancel) : [];

    /// <summary>A robot fills in what people do not see, or answers before anyone could have read. It gets the same receipt.</summary>
    private bool LooksLikeSpam(Draft draft)
    {
        var least = TimeSpan.FromSeconds(options.Value.LeastSeconds);
        var opened = Sent.OpenedAt(Protection);
        return Sent.TrapFilled || opened is null || (Clock.Now - opened < least && Clock.Now - draft.StartedAt < least);
    }
}
