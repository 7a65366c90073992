using Microsoft.EntityFrameworkCore;
using Saas.Modules.Site.Model;

namespace Saas.Modules.Site.Visiting;

/// <summary>A piece of news as lists show it.</summary>
internal sealed record NewsCard(string Slug, string Title, string Summary, DateTimeOffset PublishedAt)
{
    public string Address => $"/actualites/{Slug}";

    /// <summary>What is published, the latest first.</summary>
    public static IQueryable<NewsItem> Published(IQueryable<NewsItem> news, DateTimeOffset now) =>
        news.AsNoTracking().ShownAt(now).OrderByDescending(item => item.PublishedAt).ThenBy(item => item.Id);
}
