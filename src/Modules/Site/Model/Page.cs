using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Model;

/// <summary>A page of one commune. It takes the place of the starter page of the same slug, and hides it while unpublished.</summary>
internal sealed class Page : ITenantOwned, IShownToVisitors
{
    /// <summary>What fits in a line of the menu on a phone, and a search result.</summary>
    public const int LongestTitle = 120;

    public Page(Guid id, string slug)
    {
        Id = id;
        Slug = slug;
    }

    public Guid Id { get; private set; }

    public Guid TenantId { get; private set; }

    public string Slug { get; private set; } = "";

    public string Title { get; private set; } = "";

    public string Body { get; private set; } = "";

    /// <summary>Place in the main menu, from 1; null when it is not there.</summary>
    public int? MenuOrder { get; private set; }

    public bool Published { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>Name of the staff member who saved last; null as long as the page is as its folder of tenants/ gave it.</summary>
    public string? UpdatedBy { get; private set; }

    /// <summary>One more each time the text is written: what an editor must have seen to save over it.</summary>
    public int Version { get; private set; }

    public bool Says(string title, string body, int? menuOrder) => (Title, Body, MenuOrder) == (title, RichText.Clean(body), menuOrder);

    public void Write(string title, string body, int? menuOrder, string? author, DateTimeOffset now)
    {
        Title = title;
        Body = RichText.Clean(body);
        MenuOrder = menuOrder;
        Version++;
        Sign(author, now);
    }

    public void Publish(string? author, DateTimeOffset now)
    {
        Published = true;
        Sign(author, now);
    }

    public void Withdraw(string author, DateTimeOffset now)
    {
        Published = false;
        Sign(author, now);
    }

    private void Sign(string? author, DateTimeOffset now)
    {
        UpdatedBy = author;
        UpdatedAt = now;
    }
}
