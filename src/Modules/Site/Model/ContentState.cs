namespace Saas.Modules.Site.Model;

/// <summary>What visitors see of a content at some moment.</summary>
internal enum ContentState
{
    Draft,
    Scheduled,
    Published,
    Expired,
}

/// <summary>From when until when visitors see something; no beginning: a draft.</summary>
internal sealed record PublicationDates(DateTimeOffset? From, DateTimeOffset? Until)
{
    public ContentState StateAt(DateTimeOffset now) =>
        From is null ? ContentState.Draft
        : Until <= now ? ContentState.Expired
        : From > now ? ContentState.Scheduled
        : ContentState.Published;
}
