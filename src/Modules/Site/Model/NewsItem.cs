using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Model;

/// <summary>A piece of news. A draft as long as it has no date of publication.</summary>
internal sealed class NewsItem : ITenantOwned, IShownToVisitors
{
    public const int LongestTitle = 140;

    /// <summary>Two or three lines of a card.</summary>
    public const int LongestSummary = 300;

    public NewsItem(Guid id, string slug, string title, string summary, string body)
    {
        Id = id;
        Slug = slug;
        Title = title;
        Summary = summary;
        Body = RichText.Clean(body);
    }

    private NewsItem()
    {
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

    /// <summary>One more at each save: what an editor must have seen to save over it.</summary>
    public int Version { get; private set; }

    public void Write(string title, string summary, string body)
    {
        Title = title;
        Summary = summary;
        Body = RichText.Clean(body);
    }

    /// <summary>Publishing again keeps the first date: residents have already seen it.</summary>
    public void Publish(DateTimeOffset at) => PublishedAt ??= at;

    public void Withdraw() => PublishedAt = null;

    /// <summary>Signs what was just changed.</summary>
    public void Sign(string? author, DateTimeOffset now)
    {
        UpdatedBy = author;
        UpdatedAt = now;
        Version++;
    }
}
