using System.Linq.Expressions;
using Saas.Contracts.Requests;
using Saas.Shell.Search;
using Saas.Shell.Tenancy;

namespace Saas.Modules.Requests.Model;

/// <summary>What a resident asked of the commune, from its reception to its closing.</summary>
internal sealed class Request : ITenantOwned
{
    /// <summary>Nobody should wait for a first word longer than this.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(7);

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid TenantId { get; private set; }

    /// <summary>The draft it comes from: the same draft is received once.</summary>
    public required Guid SourceId { get; init; }

    /// <summary>What residents quote, <c>7KWF-3MPH</c>.</summary>
    public required string Reference { get; init; }

    /// <summary>What opens the follow-up together with the reference. Kept readable: a receipt set aside as unwanted is sent later.</summary>
    public required string Code { get; init; }

    public required string Fingerprint { get; init; }

    /// <summary>Which browser sent it, as a hash of its key: tells a form sent again from a second request.</summary>
    public required string? Browser { get; init; }

    public required string Module { get; init; }

    public required string Procedure { get; init; }

    public required string ProcedureAddress { get; init; }

    public required string SenderName { get; init; }

    public required string? SenderEmail { get; init; }

    public required string Recipient { get; init; }

    public required IReadOnlyList<FiledAnswer> Answers { get; set; }

    /// <summary>Reference, procedure and sender without capitals and accents, for the search of the back office.</summary>
    public required string SearchText { get; init; }

    /// <summary>What the procedure promised when it was filed; null of requests received before that was asked for.</summary>
    public required ProcedureTerms? Terms { get; init; }

    /// <summary>Out of <see cref="Terms"/>, by the database: what erases looks for it.</summary>
    public int? RetentionMonths { get; private set; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Where the module it comes from finds its questions again; null when it cannot.</summary>
    public required Guid? EditionId { get; init; }

    public required RequestChannel Channel { get; init; }

    /// <summary>Name of the agent who typed it in; empty when its author did.</summary>
    public required string EnteredBy { get; init; }

    /// <summary>From when the procedure's delay runs, where it is not from the reception: answers were missing (CRPA L114-5).</summary>
    public DateTimeOffset? DelayFrom { get; private set; }

    /// <summary>What was asked for last. Awaited while the request is <see cref="RequestState.ToComplete"/>.</summary>
    public Completion? Completion { get; private set; }

    public RequestState State { get; private set; } = RequestState.Received;

    /// <summary>Only when closed.</summary>
    public RequestOutcome? Outcome { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Set aside as unwanted since then.</summary>
    public DateTimeOffset? QuarantinedAt { get; private set; }

    /// <summary>The resident has waited for a word from the town hall since then; null when it is their turn.</summary>
    public DateTimeOffset? WaitingSince { get; private set; }

    /// <summary>The resident wrote and nobody has dealt with it.</summary>
    public bool HasUnreadMessage { get; private set; }

    /// <summary>The account of who follows it. It may have left since: then nobody does.</summary>
    public Guid? AssigneeId { get; private set; }

    /// <summary>When the town hall must have decided: its silence would speak from then on, or an agent set it. Null when nothing says so.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>The due date that whoever follows it was reminded of.</summary>
    public DateOnly? RemindedOf { get; private set; }

    /// <summary>Grows with each act, so that two colleagues never overwrite each other unknowingly.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Work for the town hall: the count of the menu and the first tab of the list.</summary>
    public static Expression<Func<Request, bool>> IsToDealWith { get; } =
        request => request.QuarantinedAt == null && (request.State == RequestState.Received || request.HasUnreadMessage);

    /// <summary>What somebody still has to decide, whatever its due date.</summary>
    public static Expression<Func<Request, bool>> IsOpen { get; } =
        request => request.QuarantinedAt == null && request.State != RequestState.Closed;

    public bool IsQuarantined => QuarantinedAt is not null;

    public bool IsClosed => State == RequestState.Closed;

    public bool MayBeAnswered => !IsQuarantined;

    public bool MayBeTaken => !IsQuarantined && State is RequestState.Received or RequestState.ToComplete;

    /// <summary>Some of its questions can be asked again.</summary>
    public bool MayBeCompleted => !IsQuarantined && !IsClosed && EditionId is not null && Answers.Any(answer => answer.Question.Length > 0);

    /// <summary>What the resident is to answer again; null when nothing.</summary>
    public Completion? Awaited => State == RequestState.ToComplete ? Completion : null;

    public bool MayBeAssigned => !IsQuarantined && !IsClosed;

    public bool MayBeClosed => !IsQuarantined && !IsClosed;

    public bool MayBeReopened => !IsQuarantined && IsClosed;

    public bool MayBeDiscarded => IsQuarantined && !IsClosed;

    public IEnumerable<FiledFile> Files => Answers.SelectMany(answer => answer.Files);

    public string StateTitle => Outcome?.Title() ?? State.Title();

    public static Expression<Func<Request, bool>> IsLate(DateTimeOffset now)
    {
        var oldest = now - Patience;
        return request => request.QuarantinedAt == null && request.State != RequestState.Closed && request.WaitingSince < oldest;
    }

    public static Request Receive(RequestToFile sent, string reference, string code, DateTimeOffset now) => new()
    {
        SourceId = sent.SourceId,
        Reference = reference,
        Code = code,
        Fingerprint = sent.Fingerprint,
        Browser = sent.Browser,
        Module = sent.Module,
        Procedure = sent.Procedure,
        ProcedureAddress = sent.ProcedureAddress,
        SenderName = sent.SenderName,
        SenderEmail = sent.SenderEmail,
        Recipient = sent.Recipient,
        Answers = sent.Answers,
        Terms = sent.Terms,
        SearchText = SearchWords.Normalise($"{reference} {reference.Replace("-", "", StringComparison.Ordinal)} {sent.SenderName} {sent.SenderEmail} {sent.Procedure}"),
        ReceivedAt = sent.Entry?.ReceivedAt ?? now,
        WaitingSince = sent.Entry?.ReceivedAt ?? now,
        QuarantinedAt = sent.LooksLikeSpam ? now : null,
        EditionId = sent.EditionId,
        Channel = sent.Entry?.Channel ?? RequestChannel.Online,
        EnteredBy = sent.Entry?.Agent ?? "",
    };

    public void DueBy(DateOnly? day) => DueOn = day;

    public TimelineEntry Open(DateTimeOffset now) =>
        new(this, Guid.CreateVersion7(), EntryKind.Filed, SenderName, Channel == RequestChannel.Online ? "" : $"{Channel.Received()}, saisie par {EnteredBy}", now);

    public TimelineEntry Answer(Guid entryId, string author, string words, DateTimeOffset now)
    {
        State = State is RequestState.Closed or RequestState.ToComplete ? State : RequestState.InProgress;
        StopWaiting();
        return Act(entryId, EntryKind.Answered, author, words, now);
    }

    /// <summary>Who takes it follows it, unless it was given to someone.</summary>
    public TimelineEntry Take(Guid entryId, string author, Guid account, DateTimeOffset now)
    {
        State = RequestState.InProgress;
        AssigneeId ??= account;
        return Act(entryId, EntryKind.Taken, author, "", now);
    }

    public TimelineEntry Assign(Guid entryId, string author, Guid? account, string? name, DateTimeOffset now)
    {
        AssigneeId = account;
        return Act(entryId, EntryKind.Assigned, author, name is null ? "À personne en particulier" : $"À {name}", now);
    }

    public TimelineEntry Close(Guid entryId, string author, RequestOutcome outcome, string words, DateTimeOffset now)
    {
        State = RequestState.Closed;
        Outcome = outcome;
        ClosedAt = now;
        StopWaiting();
        var title = outcome.Title();
        return Act(entryId, EntryKind.Closed, author, words.Length == 0 ? title : $"{title}\n\n{words}", now);
    }

    public TimelineEntry Reopen(Guid entryId, string author, DateTimeOffset now)
    {
        State = RequestState.InProgress;
        Outcome = null;
        ClosedAt = null;
        WaitingSince = now;
        return Act(entryId, EntryKind.Reopened, author, "", now);
    }

    /// <summary>From here on it is the resident's turn.</summary>
    /// <param name="said">What the timeline keeps of it.</param>
    public TimelineEntry AskCompletion(Guid entryId, string author, Completion completion, string said, DateTimeOffset now)
    {
        State = RequestState.ToComplete;
        Completion = completion;
        StopWaiting();
        return Act(entryId, EntryKind.CompletionAsked, author, said, now);
    }

    /// <summary>What was answered again takes the place of what was; files are added. The timeline keeps both.</summary>
    public TimelineEntry Complete(IReadOnlyList<FiledAnswer> answers, DateTimeOffset now)
    {
        var asked = Completion!;
        var said = Corrections.Between(Answers, answers);
        Answers = Corrections.Merge(Answers, answers);
        State = RequestState.InProgress;
        HasUnreadMessage = true;
        WaitingSince = now;
        DelayFrom = Terms?.Silence switch
        {
            Silence.Acceptance => now,
            Silence.Rejection => (DelayFrom ?? ReceivedAt) + (now - asked.AskedAt),
            _ => DelayFrom,
        };
        return Act(asked.Id, EntryKind.Completed, SenderName, said, now);
    }

    public Standing Standing() => new(State, WaitingSince, HasUnreadMessage, AssigneeId);

    /// <summary>Goes back on an act on several requests, minutes after it: its mail has not left.</summary>
    public TimelineEntry PutBack(Standing before, string author, DateTimeOffset now)
    {
        var kind = IsClosed && before.State != RequestState.Closed ? EntryKind.Reopened : State != before.State ? EntryKind.PutBack : EntryKind.Assigned;
        (State, WaitingSince, HasUnreadMessage, AssigneeId) = before;
        Outcome = null;
        ClosedAt = null;
        return Act(Guid.CreateVersion7(), kind, author, kind == EntryKind.Assigned ? "Comme avant" : "", now);
    }

    public TimelineEntry Note(Guid entryId, string author, string words, DateTimeOffset now) =>
        Act(entryId, EntryKind.Noted, author, words, now);

    /// <summary>The message needs no answer.</summary>
    public TimelineEntry SetMessageRead(Guid entryId, string author, DateTimeOffset now)
    {
        StopWaiting();
        return Act(entryId, EntryKind.MessageRead, author, "", now);
    }

    public TimelineEntry ReceiveMessage(Guid entryId, string words, DateTimeOffset now)
    {
        HasUnreadMessage = true;
        WaitingSince ??= now;
        return Act(entryId, EntryKind.ResidentWrote, SenderName, words, now);
    }

    public TimelineEntry Release(Guid entryId, string author, DateTimeOffset now)
    {
        QuarantinedAt = null;
        State = RequestState.Received;
        Outcome = null;
        ClosedAt = null;
        WaitingSince = ReceivedAt;
        return Act(entryId, EntryKind.Released, author, "", now);
    }

    public TimelineEntry Discard(Guid entryId, string author, DateTimeOffset now)
    {
        State = RequestState.Closed;
        Outcome = RequestOutcome.NoFurtherAction;
        ClosedAt = now;
        StopWaiting();
        return Act(entryId, EntryKind.Discarded, author, "", now);
    }

    private void StopWaiting()
    {
        WaitingSince = null;
        HasUnreadMessage = false;
    }

    private TimelineEntry Act(Guid entryId, EntryKind kind, string author, string words, DateTimeOffset now)
    {
        Version++;
        return new TimelineEntry(this, entryId, kind, author, words, now);
    }
}
