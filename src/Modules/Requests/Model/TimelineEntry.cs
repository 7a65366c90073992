using Saas.Shell.Tenancy;

namespace Saas.Modules.Requests.Model;

/// <summary>One thing that happened to a request. Written once: neither the application nor its database role can change or remove it.</summary>
internal sealed class TimelineEntry : ITenantOwned
{
    public TimelineEntry(Request request, Guid id, EntryKind kind, string authorName, string text, DateTimeOffset at)
    {
        Id = id;
        RequestId = request.Id;
        Kind = kind;
        AuthorName = authorName;
        Text = text;
        At = at;
        VisibleToResident = kind.IsForResident();
    }

    private TimelineEntry()
    {
    }

    /// <summary>Made when the form was shown: the same form sent twice is one entry.</summary>
    public Guid Id { get; private init; }

    public Guid TenantId { get; private set; }

    public Guid RequestId { get; private init; }

    public Request Request { get; private init; } = null!;

    public DateTimeOffset At { get; private init; }

    public EntryKind Kind { get; private init; }

    /// <summary>First name and name of the agent (CRPA L111-2), or of the resident.</summary>
    public string AuthorName { get; private init; } = "";

    public string Text { get; private init; } = "";

    public bool VisibleToResident { get; private init; }
}
