using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Saas.Contracts.Requests;
using Saas.Contracts.Site;
using Saas.Modules.Forms.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Forms.Answering;

/// <summary>The answers that the town hall asked for again, and what they bring: no other can be changed here.</summary>
[Public]
[EnableRateLimiting(RateLimits.File)]
internal sealed class CompleteAnswers(SaasDbContext db, DraftShelf shelf, FileDesk desk, IRequestIntake intake, IPublicFrame frame, CommuneClock clock, IDataProtectionProvider protection)
    : AnswerPage(shelf, desk, clock, protection)
{
    private const int MostAttempts = 4;

    public Completes Completes => Draft!.Completes!;

    public TownHall TownHall { get; private set; } = null!;

    public override IReadOnlyList<Step> Steps => [Current];

    public override bool GoesOn => false;

    public override bool IsOpen => intake.Offered;

    protected override string Address => AddressOf(Draft!.Id);

    protected override string NotSentYet => "Vos compléments ne sont pas encore envoyés.";

    public static string AddressOf(Guid id) => $"/demarches/complements/{id}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ?? await ShowAsync(cancel);

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

        ReadSheet();
        Refuse(Refusals());
        return ModelState.IsValid ? await SendAsync(cancel) : await ShowAsync(cancel);
    }

    /// <summary>Another browser's is not found; what was sent already leads to the request.</summary>
    protected override async Task<IActionResult?> LoadAsync(CancellationToken cancel)
    {
        if (!Guid.TryParse(RouteData.Values["id"] as string, out var id))
        {
            return NotFound();
        }

        Draft = await Shelf.FindBegunAsync(id, cancel);
        if (Draft is null)
        {
            return await intake.FindCompletedAsync(id, cancel) is { } filed ? SeeOther($"/demandes/{filed.Reference}") : NotFound();
        }

        Form = Draft.Form;
        Edition = Draft.Edition;
        return null;
    }

    protected override async Task ReadSurroundingsAsync(CancellationToken cancel) => TownHall = (await frame.ReadAsync(cancel)).TownHall;

    /// <summary>Found by the address.</summary>
    protected override Task FindDraftAsync(Guid id, CancellationToken cancel) => Task.CompletedTask;

    protected override async Task<IActionResult?> PutAwayAsync(Guid id, bool sending, CancellationToken cancel)
    {
        var begun = Draft!;
        if (await Shelf.KeepBegunAsync(begun, Answers, Received, cancel) is { } kept)
        {
            Draft = kept;
            return null;
        }

        // Another click has sent it meanwhile.
        ForgetReceived();
        return await LoadAsync(cancel);
    }

    protected override void ReadSheet()
    {
        // The base takes one of the form's steps; here all questions are on one page.
        Current = new Step(1, null, []);
        base.ReadSheet();
        Current = new Step(1, null, [.. Edition.Questions.Where(IsAsked)]);
    }

    /// <summary>Whatever was asked for is awaited, though it was optional at first.</summary>
    protected override IEnumerable<(string Field, string Sentence)> Refusals()
    {
        var refusals = base.Refusals().Where(refusal => IsOn(Current, refusal.Field)).ToList();
        var unanswered = Current.Questions.Where(question =>
            Completes.Questions.Contains(question.Id)
            && Sheet.FiledAnswers([question]) is [{ Value.Length: 0, Files.Count: 0 }]);
        return [.. refusals, .. unanswered.Where(question => refusals.TrueForAll(refusal => refusal.Field != question.Field)).Select(question => (question.Field, question.Asked.Missing(question)))];
    }

    /// <summary>Asked for, or met by what is answered now and not before.</summary>
    private bool IsAsked(Question question) =>
        Completes.Questions.Contains(question.Id)
        || (question.Asked.Asks && Sheet.Journey.Meets(question) && !Completes.Answered.Contains(question.Id));

    /// <summary>The answers, their place in the timeline, the mails and the end of the draft are one transaction.</summary>
    private async Task<IActionResult> SendAsync(CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            var draft = Draft!;
            try
            {
                if (await intake.CompleteAsync(draft.Completes!.RequestId, draft.Id, Sheet.FiledAnswers(Current.Questions), cancel) is not { } filed)
                {
                    return await SayTooLateAsync(draft, cancel);
                }

                db.Remove(draft);
                await db.SaveChangesAsync(cancel);
                TempData.Say("Vos compléments sont envoyés.");
                return SeeOther(intake.OpenToThisBrowser(filed));
            }
            catch (DbUpdateException refused) when (attempt < MostAttempts && (refused is DbUpdateConcurrencyException || refused.IsDuplicate()))
            {
                // Someone acted on the request, or this was sent already: read both again.
                db.ChangeTracker.Clear();
                if (await LoadAsync(cancel) is { } elsewhere)
                {
                    return elsewhere;
                }

                ReadSheet();
            }
        }
    }

    /// <summary>The town hall went on without, or closed the request.</summary>
    private async Task<IActionResult> SayTooLateAsync(Draft draft, CancellationToken cancel)
    {
        if (await intake.FindCompletedAsync(draft.Id, cancel) is { } filed)
        {
            return SeeOther(intake.OpenToThisBrowser(filed));
        }

        ModelState.AddModelError("", "Ces compléments ne sont plus attendus : le traitement de votre demande a repris sans eux. Ils restent enregistrés ici, et rien n’est parti. Pour les transmettre, écrivez un message depuis la page de suivi, ou téléphonez.");
        return await ShowAsync(cancel);
    }
}
