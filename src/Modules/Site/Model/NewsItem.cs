using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Model;

/// <summary>A piece of news. A draft as long as it has no date of publication.</summary>
internal sealed class NewsItem : ITenantOwned, IShownToVisitors
{
    public const int LongestTitle = 140;

    /// <summary>Two or three lines of a card.</summary>
    public const int LongestSummary = 300;

    public NewsItem(Guid id, string slug)
    {
        Id = id;
        Slug = slug;
    }

    public Guid Id { get; private set; }

    public Guid TenantId { get; private set; }

    public string Slug { get; private set; } = "";

    public string Title { get; private set; } = "";

    public string Summary { get; private set; } = "";

    public string Body { get; private set; } = "";

    public DateTimeOffset? PublishedAt { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>Name of the staff member who saved last; null as long as the news is as its folder of tenants/ gave it.</summary>
    public string? UpdatedBy { get; private set; }

    /// <summary>One more each time the text is written: what an editor must have seen to save over it.</summary>
    public int Version { get; private set; }

    public bool Says(string title, string summary, string body) => (Title, Summary, Body) == (title, summary, RichText.Clean(body));

    public void Write(string title, string summary, string body, string? author, DateTimeOffset now)
    {
        Title = title;
        Summary = summary;
        Body = RichText.Clean(body);
        Version++;
        Sign(author, now);
    }

    /// <summary>Publishing again keeps the first date: residents have already seen it.</summary>
    public void Publish(DateTimeOffset at, string? author, DateTimeOffset now)
    {
        PublishedAt ??= at;
        Sign(author, now);
    }

    public void Withdraw(string author, DateTimeOffset now)
    {
        PublishedAt = null;
        Sign(author, now);
    }

    private void Sign(string? author, DateTimeOffset now)
    {
        UpdatedBy = author;
        UpdatedAt = now;
    }
}
