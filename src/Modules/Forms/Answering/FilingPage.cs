using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Saas.Contracts.Requests;
using Saas.Modules.Forms.Model;
using Saas.Shell.Data;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Forms.Answering;

/// <summary>Sends what was answered as a new request, once.</summary>
internal abstract class FilingPage(SaasDbContext db, DraftShelf shelf, FileDesk desk, IRequestIntake intake, ICurrentTenant current, CommuneClock clock, IDataProtectionProvider protection)
    : AnswerPage(shelf, desk, clock, protection)
{
    private const int MostAttempts = 4;

    /// <summary>Sent again sooner than this, it was a double click, and needs no word.</summary>
    private static readonly TimeSpan DoubleClick = TimeSpan.FromSeconds(10);

    public override bool IsOpen => current.Tenant.State == TenantState.Open && intake.Offered;

    protected SaasDbContext Db => db;

    protected IRequestIntake Intake => intake;

    protected ICurrentTenant Commune => current;

    protected override string NotSentYet => "Votre demande n’est pas encore envoyée.";

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await LoadAsync(cancel) is { } missing)
        {
            return missing;
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

        var refusals = Refusals().ToList();
        Current = Steps.FirstOrDefault(step => refusals.Any(refusal => IsOn(step, refusal.Field))) ?? Current;
        if (Current.Number < StepNumber)
        {
            ModelState.AddModelError("", "Il reste un point à corriger dans une étape précédente : la voici.");
        }

        StepNumber = Current.Number;
        Refuse(refusals.Where(refusal => Steps.All(step => !IsOn(step, refusal.Field)) || IsOn(Current, refusal.Field)));
        return ModelState.IsValid ? await AnswerEarlierAsync(cancel) ?? await FileAsync(cancel) : await ShowAsync(cancel);
    }

    protected override async Task<IActionResult?> LoadAsync(CancellationToken cancel)
    {
        var slug = RouteData.Values["slug"] as string ?? "";
        var form = await db.Forms.AsNoTracking().SingleOrDefaultAsync(f => f.Slug == slug && f.State != FormState.Draft, cancel);
        if (form is null)
        {
            return NotFound();
        }

        Form = form;
        Edition = await db.Editions.AsNoTracking().SingleAsync(edition => edition.FormId == form.Id && edition.Number == form.EditionNumber, cancel);
        return null;
    }

    /// <summary>With the edition it was begun with; without one, the edition the page showed.</summary>
    protected override async Task FindDraftAsync(Guid id, CancellationToken cancel)
    {
        Draft = await Shelf.FindAsync(id, Form.Id, cancel) ?? await FindLostDraftAsync(id, cancel);
        if (Draft is not null)
        {
            Edition = Draft.Edition;
        }
        else if (Sent.EditionId is { } seen && seen != Edition.Id)
        {
            Edition = await db.Editions.AsNoTracking().SingleOrDefaultAsync(edition => edition.Id == seen && edition.FormId == Form.Id, cancel) ?? Edition;
        }
    }

    /// <summary>The draft of someone who has lost what opens it, in the middle of the page.</summary>
    protected abstract Task<Draft?> FindLostDraftAsync(Guid id, CancellationToken cancel);

    protected override async Task<IActionResult?> PutAwayAsync(Guid id, bool sending, CancellationToken cancel)
    {
        if (await intake.FindAsync(id, cancel) is { } filed)
        {
            if (sending && IsTheSame(filed))
            {
                ForgetReceived();
                await Shelf.DropAsync(id, Form.Id, cancel);
                return await LeadToAsync(filed, cancel);
            }

            if (IsAutosave)
            {
                return null;
            }

            await Shelf.DropAsync(id, Form.Id, cancel);
            Draft = await Shelf.KeepAsync(Guid.CreateVersion7(), Edition, Answers, Received, cancel);
            if (sending)
            {
                SayAlreadyFiled(filed, "joignez à nouveau les fichiers et envoyez");
                return await ShowAsync(cancel);
            }

            return null;
        }

        Draft = await Shelf.KeepAsync(id, Edition, Answers, Received, cancel);
        return null;
    }

    /// <summary>Leads to a request of the same answers, sent from another page; null when this is a request of its own.</summary>
    protected virtual Task<IActionResult?> AnswerEarlierAsync(CancellationToken cancel) => Task.FromResult<IActionResult?>(null);

    protected abstract RequestToFile ToRequest(Draft draft);

    /// <summary>Where its author goes on once it is filed.</summary>
    protected abstract Task<string> AddressAfterAsync(FiledRequest filed, CancellationToken cancel);

    /// <summary>What its author reads who has sent other answers from the same page.</summary>
    /// <param name="next">« envoyez à nouveau ».</param>
    protected abstract string AlreadyFiled(FiledRequest filed, string next);

    protected string Fingerprint => Sheet.Fingerprint(Sheet.Files.Select(file => file.Checksum));

    /// <summary>From then on its author knows, and may send another one.</summary>
    protected void SayAlreadyFiled(FiledRequest filed, string next)
    {
        Known = filed.Reference;
        ModelState.AddModelError("", AlreadyFiled(filed, next));
    }

    protected async Task<IActionResult> LeadToAsync(FiledRequest filed, CancellationToken cancel)
    {
        if (Clock.Now - filed.ReceivedAt > DoubleClick)
        {
            TempData.Say($"Vous avez déjà envoyé cette demande {Clock.ShortMoment(filed.ReceivedAt)}. Elle n’est pas partie une seconde fois : voici son accusé de réception.");
        }

        return SeeOther(await AddressAfterAsync(filed, cancel));
    }

    /// <summary>The request, its receipt, its mails and the end of the draft are one transaction.</summary>
    private async Task<IActionResult> FileAsync(CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            var draft = Draft!;
            try
            {
                ReadSheet();
                var filed = await intake.PrepareAsync(ToRequest(draft), cancel);
                db.Remove(draft);
                if (!await SaveWithinLimitAsync(cancel))
                {
                    return await SayFullAsync(draft, cancel);
                }

                return SeeOther(await AddressAfterAsync(filed, cancel));
            }
            catch (DbUpdateException refused) when (attempt < MostAttempts && (refused is DbUpdateConcurrencyException || refused.IsDuplicate()))
            {
                db.ChangeTracker.Clear();
                if (await intake.FindAsync(draft.Id, cancel) is { } filed)
                {
                    return await AnswerAlreadyFiledAsync(filed, draft.Id, cancel);
                }

                // An autosave or another tab came between: read what it left, and try again.
                Draft = await Shelf.KeepAsync(draft.Id, Edition, Answers, Received, cancel);
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
        await LoadAsync(cancel);
        Draft = await Shelf.FindAsync(draft.Id, Form.Id, cancel);
        return await ShowAsync(cancel);
    }

    private async Task<IActionResult> AnswerAlreadyFiledAsync(FiledRequest filed, Guid draftId, CancellationToken cancel)
    {
        var same = filed.Fingerprint == Fingerprint;
        if (same)
        {
            await Shelf.DropAsync(draftId, Form.Id, cancel);
            return await LeadToAsync(filed, cancel);
        }

        SayAlreadyFiled(filed, "joignez à nouveau les fichiers et envoyez");
        Draft = await Shelf.KeepAsync(Guid.CreateVersion7(), Edition, Answers, [], cancel);
        return await ShowAsync(cancel);
    }

    /// <summary>The draft ended with the request: the files it had are known by what the page listed.</summary>
    private bool IsTheSame(FiledRequest filed) =>
        filed.Fingerprint == new AnswerSheet(Edition, Answers, [], Clock.Today).Fingerprint(Sent.Kept.Concat(Received.Select(file => file.Checksum)));
}
