namespace Saas.Contracts.Requests;

/// <summary>
/// The one door by which anything a resident sends becomes a request of the commune. The owner is the module Requests;
/// what crosses is a frozen snapshot, so that a later change of the form never alters what was received.
/// </summary>
public interface IRequestIntake
{
    /// <summary>False when the commune has no module that receives requests: procedures then stay closed.</summary>
    bool Offered { get; }

    /// <summary>
    /// Prepares the request, its receipt and its mails in the caller's transaction: nothing is kept before the caller saves.
    /// A unique index on <see cref="RequestToFile.SourceId"/> makes a second save of the same source fail; ask <see cref="FindAsync"/> then.
    /// </summary>
    Task<FiledRequest> PrepareAsync(RequestToFile request, CancellationToken cancel);

    /// <summary>The request already filed from this source, if there is one.</summary>
    Task<FiledRequest?> FindAsync(Guid sourceId, CancellationToken cancel);

    /// <summary>What this browser has filed of one procedure since then, newest first.</summary>
    /// <param name="browser">See <see cref="RequestToFile.Browser"/>.</param>
    Task<IReadOnlyList<FiledRequest>> ListAsync(string browser, string procedureAddress, DateTimeOffset since, CancellationToken cancel);

    /// <summary>
    /// Puts answers that were asked for again into their request, in the caller's transaction: nothing is kept before the caller saves, and
    /// a second save of the same completion fails. Null when they are awaited no longer; ask <see cref="FindCompletedAsync"/> then.
    /// </summary>
    /// <param name="answers">Only those that were given again. Files are added to those the request has.</param>
    Task<FiledRequest?> CompleteAsync(Guid requestId, Guid completionId, IReadOnlyList<FiledAnswer> answers, CancellationToken cancel);

    /// <summary>The request that this completion has reached, if it has.</summary>
    Task<FiledRequest?> FindCompletedAsync(Guid completionId, CancellationToken cancel);

    /// <summary>Path of the page of the back office on which staff print the receipt of what they entered.</summary>
    Task<string> ReceiptForStaffAsync(FiledRequest filed, CancellationToken cancel);

    /// <summary>Lets the browser of this request see the receipt without typing the code; returns the receipt's path.</summary>
    string OpenToThisBrowser(FiledRequest filed);
}

/// <summary>What a resident sent, as it was shown to them. Never changed afterwards.</summary>
/// <param name="SourceId">Made once by the sender (a draft's id): the same source is filed once, however often it is sent.</param>
/// <param name="Fingerprint">SHA-256 of the answers, to tell a second click from a second request.</param>
/// <param name="Module">Name of the module it comes from, <c>forms</c>.</param>
/// <param name="Procedure">Title of the procedure when it was filed.</param>
/// <param name="ProcedureAddress">Path of the procedure's page.</param>
/// <param name="SenderName">Name as given, empty if none was asked.</param>
/// <param name="SenderEmail">Address of the receipt; null when none was given.</param>
/// <param name="Recipient">Mail address of the staff who are told.</param>
/// <param name="Answers">In the order of the form.</param>
/// <param name="LooksLikeSpam">Set aside where staff see it, and not announced to them.</param>
/// <param name="Terms">What the edition that was answered promised; null when it promised nothing in particular.</param>
/// <param name="Browser">SHA-256, hexadecimal, of the key in the cookie of the browser that sent it; null when there was none.</param>
/// <param name="EditionId">Where the module it comes from finds the questions again; null when it cannot.</param>
/// <param name="Entry">Who entered it for its author, and how it came; null when its author did.</param>
public sealed record RequestToFile(
    Guid SourceId,
    string Fingerprint,
    string Module,
    string Procedure,
    string ProcedureAddress,
    string SenderName,
    string? SenderEmail,
    string Recipient,
    IReadOnlyList<FiledAnswer> Answers,
    bool LooksLikeSpam,
    string? Browser = null,
    ProcedureTerms? Terms = null,
    Guid? EditionId = null,
    EnteredByStaff? Entry = null);

/// <summary>A request that staff typed in for its author.</summary>
/// <param name="Agent">Name of who did.</param>
/// <param name="ReceivedAt">When the town hall was told or written to: delays run from then.</param>
public sealed record EnteredByStaff(RequestChannel Channel, string Agent, DateTimeOffset ReceivedAt);

/// <summary>How a request came. Stored by name.</summary>
public enum RequestChannel
{
    Online,
    Desk,
    Telephone,
    Letter,
    Mail,
}

/// <summary>One question as it was asked and what was answered, in the words and formats of the screen.</summary>
/// <param name="Question">What the module it comes from knows the question by; empty when it cannot be asked again.</param>
/// <param name="Typed">The answer as it was typed, where that is not what the screen shows.</param>
public sealed record FiledAnswer(string Label, string Value, IReadOnlyList<FiledFile> Files, string Question = "", string? Typed = null);

/// <summary>A file as it was received. The checksum (SHA-256, hexadecimal) is printed on the receipt.</summary>
public sealed record FiledFile(Guid Id, string Name, long Size, string Checksum);

/// <summary>What the resident keeps: the reference to quote and the code that opens the follow-up.</summary>
public sealed record FiledRequest(string Reference, string Code, string Fingerprint, DateTimeOffset ReceivedAt);
