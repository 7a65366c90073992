using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Saas.Contracts.Requests;
using Saas.Modules.Forms.Model;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Forms.Answering;

/// <summary>The same form, filled in by staff for who came to the desk, telephoned or wrote: one file whatever the channel.</summary>
[Requires(FormsPermissions.Enter)]
internal sealed class EnterRequest(
    SaasDbContext db,
    DraftShelf shelf,
    FileDesk desk,
    IRequestIntake intake,
    ICurrentTenant current,
    CommuneClock clock,
    IDataProtectionProvider protection,
    CurrentPerson person,
    AuditTrail trail) : FilingPage(db, shelf, desk, intake, current, clock, protection)
{
    /// <summary>What the town hall is told or sent, in the order in which it happens most.</summary>
    public static IReadOnlyList<(RequestChannel Channel, string Title)> Channels { get; } =
    [
        (RequestChannel.Desk, "À l’accueil"),
        (RequestChannel.Telephone, "Par téléphone"),
        (RequestChannel.Letter, "Par courrier"),
        (RequestChannel.Mail, "Par courriel"),
    ];

    [BindProperty(Name = "canal", SupportsGet = true)]
    [EnumDataType(typeof(RequestChannel), ErrorMessage = "Dites comment la demande est arrivée.")]
    public RequestChannel Channel { get; set; } = RequestChannel.Desk;

    [BindProperty(Name = "jour", SupportsGet = true)]
    public DateOnly? ReceivedOn { get; set; }

    /// <summary>One for each telephone call: what was left unfinished comes back.</summary>
    public bool IsBegun => Draft is not null && HttpMethods.IsGet(Request.Method) && StepNumber == 0;

    protected override string Address => $"{ChooseFormToEnter.Address}/{Form.Slug}";

    /// <param name="etape">Number of a step.</param>
    public async Task<IActionResult> OnGetAsync(int etape, CancellationToken cancel)
    {
        if (await LoadAsync(cancel) is { } missing)
        {
            return missing;
        }

        Draft = await Shelf.FindLatestAsync(Form.Id, cancel);
        Edition = Draft?.Edition ?? Edition;
        StepNumber = etape;
        return await ShowAsync(cancel);
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

    protected override Task ReadSurroundingsAsync(CancellationToken cancel)
    {
        ReceivedOn ??= Clock.Today;
        return Task.CompletedTask;
    }

    protected override void ReadSheet()
    {
        base.ReadSheet();
        Sheet = Sheet with { IsByStaff = true };
    }

    protected override IEnumerable<(string Field, string Sentence)> Refusals() =>
        ReceivedOn > Clock.Today ? base.Refusals().Prepend(("jour", "Indiquez un jour passé, ou aujourd’hui.")) : base.Refusals();

    /// <summary>An account finds its drafts wherever it works: none is lost with a cookie.</summary>
    protected override Task<Draft?> FindLostDraftAsync(Guid id, CancellationToken cancel) => Task.FromResult<Draft?>(null);

    protected override RequestToFile ToRequest(Draft draft)
    {
        trail.Note(AuditKind.Requests, $"a saisi une demande : {Edition.Title}", Address);
        return Sheet.ToRequest(draft.Id, Form, looksLikeSpam: false, browser: null) with
        {
            Entry = new EnteredByStaff(Channel, person.Name, ReceivedAt()),
        };
    }

    protected override Task<string> AddressAfterAsync(FiledRequest filed, CancellationToken cancel) => Intake.ReceiptForStaffAsync(filed, cancel);

    protected override string AlreadyFiled(FiledRequest filed, string next) =>
        $"Cette page a déjà enregistré une demande (référence {filed.Reference}), avec d’autres réponses. Rien de plus n’est enregistré. Pour en saisir une autre, vérifiez les réponses ci-dessous, {next}.";

    protected override IEnumerable<KeyValuePair<string, string?>> Where()
    {
        yield return new("canal", Channel.ToString());
        yield return new("jour", ReceivedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        foreach (var part in base.Where())
        {
            yield return part;
        }
    }

    /// <summary>A letter of another day: at its first hour, so that no delay is cut short.</summary>
    private DateTimeOffset ReceivedAt() => ReceivedOn is { } day && day < Clock.Today ? Clock.ToInstant(day.ToDateTime(TimeOnly.MinValue)) : Clock.Now;
}
