using Saas.Shell.Tenancy;

namespace Saas.Modules.Site.Model;

/// <summary>
/// Something staff write and visitors read: a page, a piece of news. Whatever it says, its life is the same: a draft, published from one
/// moment to another, kept in all its versions, read again now and then, and thirty days in the bin.
/// </summary>
internal abstract class Content : ITenantOwned, IShownToVisitors
{
    private readonly List<SavedVersion> _versions = [];

    protected Content(Guid id, string slug)
    {
        Id = id;
        Slug = slug;
    }

    public Guid Id { get; private set; }

    public Guid TenantId { get; private set; }

    public string Slug { get; private set; } = "";

    public string Title { get; private set; } = "";

    /// <summary>Two or three lines of a card; empty for kinds without.</summary>
    public string Summary { get; private set; } = "";

    public string Body { get; private set; } = "";

    public Guid? PictureId { get; private set; }

    /// <summary>Shown above the text and on cards.</summary>
    public Media? Picture { get; private set; }

    /// <summary>Visitors see it from then on; null: a draft.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>Visitors no longer see it from then on.</summary>
    public DateTimeOffset? ExpiresAt { get; private set; }

    /// <summary>In the bin since.</summary>
    public DateTimeOffset? DeletedAt { get; private set; }

    /// <summary>Opens it to whoever is given the link. As it is: who reads it here could read the text beside it.</summary>
    public string? PreviewKey { get; private set; }

    public DateTimeOffset? PreviewUntil { get; private set; }

    /// <summary>How often someone must say that it still holds; null: never asked.</summary>
    public int? ReviewMonths { get; private set; }

    public DateOnly? ReviewOn { get; private set; }

    /// <summary>The date of review for which staff were written to.</summary>
    public DateOnly? ReviewAskedFor { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>Name of the staff member who saved last; null as long as it is as its folder of tenants/ gave it.</summary>
    public string? UpdatedBy { get; private set; }

    /// <summary>One more each time the text is written: what an editor must have seen to save over it.</summary>
    public int Version { get; private set; }

    public IReadOnlyList<SavedVersion> Versions => _versions;

    /// <summary>Visitors have no use for it after, though it may stay published; null: no end. What lists ask for.</summary>
    public DateOnly? LastOn { get; protected set; }

    public abstract ContentKind Kind { get; }

    /// <summary>What tells it from the others of its kind in a list, besides its title.</summary>
    public abstract string Gist(TenantWords words);

    /// <summary>Where visitors read it.</summary>
    public string Address => Kind.AddressOf(Slug);

    public abstract Wording Wording { get; }

    public string StaffAddress => $"/gestion/site/{Kind.Segment}/{Id}";

    public virtual bool IsEmpty => Body.Length == 0 && Summary.Length == 0;

    public PublicationDates Dates => new(PublishedAt, ExpiresAt);

    public ContentState StateAt(DateTimeOffset now) => Dates.StateAt(now);

    public bool IsShownAt(DateTimeOffset now) => StateAt(now) == ContentState.Published;

    public bool IsShared(DateTimeOffset now) => PreviewKey is not null && PreviewUntil > now;

    /// <summary>When visitors will next see it come or go.</summary>
    public DateTimeOffset? NextTurn(DateTimeOffset now) =>
        DeletedAt is not null ? null
        : PublishedAt > now ? PublishedAt
        : PublishedAt is not null && ExpiresAt > now ? ExpiresAt
        : null;

    public bool Says(Wording wording) => Wording == wording.Cleaned();

    public void Write(Wording wording, string? author, DateTimeOffset now)
    {
        var clean = wording.Cleaned();
        (Title, Summary, Body, PictureId) = (clean.Title, clean.Summary, clean.Body, clean.Picture);
        Take(clean);
        Version++;
        _versions.Add(new SavedVersion(Version, clean, author, now));
        Sign(author, now);
    }

    /// <summary>At once or later, until further notice or for a time.</summary>
    public void Publish(DateTimeOffset from, DateTimeOffset? until, string? author, DateTimeOffset now)
    {
        (PublishedAt, ExpiresAt) = (from, until);
        Sign(author, now);
    }

    public void Withdraw(string author, DateTimeOffset now)
    {
        (PublishedAt, ExpiresAt) = (null, null);
        Sign(author, now);
    }

    public void ThrowAway(DateTimeOffset now)
    {
        DeletedAt ??= now;
        PreviewKey = null;
    }

    /// <summary>As it was, or as a draft at another address where its own has been taken since.</summary>
    public void TakeOutOfBin(string slug)
    {
        DeletedAt = null;
        if (slug != Slug)
        {
            (Slug, PublishedAt, ExpiresAt) = (slug, null, null);
        }
    }

    public void Share(string key, DateTimeOffset now)
    {
        if (!IsShared(now))
        {
            (PreviewKey, PreviewUntil) = (key, now.AddDays(ContentTimes.DaysOfPreview));
        }
    }

    public void StopSharing() => (PreviewKey, PreviewUntil) = (null, null);

    public void ReviewEvery(int? months, DateOnly today) => (ReviewMonths, ReviewOn) = (months, months is { } every ? today.AddMonths(every) : null);

    /// <summary>Someone read it again today and it holds.</summary>
    public void StillHolds(DateOnly today) => ReviewEvery(ReviewMonths, today);

    /// <summary>False when it was asked for already.</summary>
    public bool AskReview()
    {
        var isNew = ReviewAskedFor != ReviewOn;
        ReviewAskedFor = ReviewOn;
        return isNew;
    }

    /// <summary>What this kind has besides a title and texts.</summary>
    protected abstract void Take(Wording wording);

    private void Sign(string? author, DateTimeOffset now)
    {
        UpdatedBy = author;
        UpdatedAt = now;
    }
}
