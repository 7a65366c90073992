using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Requests.Model;

/// <summary>
/// One act on several requests, kept for a month so that the town hall reads what happened, and may go back on it for a few minutes.
/// What each request lived through is in its own timeline.
/// </summary>
internal sealed class BulkAct : ITenantOwned
{
    /// <summary>Mails of the act wait as long: nobody is told of what is then undone.</summary>
    public static readonly TimeSpan Undoable = TimeSpan.FromMinutes(5);

    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>Made when the form was shown: a double click is one act.</summary>
    public required Guid Id { get; init; }

    public Guid TenantId { get; private set; }

    public required BulkKind Kind { get; init; }

    public required string AuthorName { get; init; }

    public required DateTimeOffset At { get; init; }

    public required IReadOnlyList<ActedOn> Done { get; init; }

    public required IReadOnlyList<LeftAside> LeftAside { get; init; }

    /// <summary>Mails that leave when it can no longer be undone.</summary>
    public required IReadOnlyList<Guid> Mails { get; init; }

    public DateTimeOffset? UndoneAt { get; private set; }

    public DateTimeOffset UndoableUntil => At + Undoable;

    public bool MayBeUndone(DateTimeOffset now) => Kind != BulkKind.Write && Done.Count > 0 && UndoneAt is null && now < UndoableUntil;

    public void MarkUndone(DateTimeOffset now) => UndoneAt = now;
}

/// <param name="Version">Of the request after the act: another one means that someone acted since.</param>
/// <param name="Before">What undoing puts back.</param>
internal sealed record ActedOn(Guid Id, string Reference, int Version, Standing Before);

/// <param name="Reason">« déjà close », for the person who chose it.</param>
internal sealed record LeftAside(Guid Id, string Reference, string Reason);

/// <summary>Where a request stood before an act.</summary>
internal sealed record Standing(RequestState State, DateTimeOffset? WaitingSince, bool HasUnreadMessage, Guid? AssigneeId);

/// <summary>What can be done to several requests at once. Stored by name.</summary>
internal enum BulkKind
{
    Take,
    Assign,
    Close,
    Write,
}

/// <summary>Bulk acts in the words of the screen.</summary>
internal static class BulkTitles
{
    /// <summary>« Clore », of the button.</summary>
    public static string Verb(this BulkKind kind) => kind switch
    {
        BulkKind.Take => "Prendre en charge",
        BulkKind.Assign => "Confier",
        BulkKind.Close => "Clore",
        BulkKind.Write => "Écrire",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>« Clore 12 demandes », above the form and on its button.</summary>
    public static string Order(this BulkKind kind, int count) => kind == BulkKind.Write
        ? $"Écrire à {French.Count(count, "demandeur", "demandeurs")}"
        : $"{kind.Verb()} {French.Count(count, "demande", "demandes")}";

    /// <summary>« 12 demandes closes ».</summary>
    public static string Done(this BulkKind kind, int count) => kind switch
    {
        BulkKind.Take => French.Count(count, "demande prise en charge", "demandes prises en charge"),
        BulkKind.Assign => French.Count(count, "demande confiée", "demandes confiées"),
        BulkKind.Close => French.Count(count, "demande close", "demandes closes"),
        BulkKind.Write => French.Count(count, "message envoyé", "messages envoyés"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static bool IsPossible(this BulkKind kind, Request request) => kind switch
    {
        BulkKind.Take => request.MayBeTaken,
        BulkKind.Assign => request.MayBeAssigned,
        BulkKind.Close => request.MayBeClosed,
        _ => request.MayBeAnswered,
    };
}
