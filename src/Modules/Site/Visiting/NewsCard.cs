using Microsoft.EntityFrameworkCore;
using Saas.Modules.Site.Model;

namespace Saas.Modules.Site.Visiting;

/// <summary>A piece of news as lists show it.</summary>
internal sealed record NewsCard(string Slug, string Title, string Summary, DateTimeOffset PublishedAt, Illustration? Picture)
{
    public string Address => $"/actualites/{Slug}";

    /// <summary>What is published, the latest first.</summary>
    public static IQueryable<NewsItem> Published(IQueryable<NewsItem> news, DateTimeOffset now) =>
        news.AsNoTracking().ShownAt(now).OrderByDescending(item => item.PublishedAt).ThenBy(item => item.Id);

    public static IQueryable<NewsCard> Of(IQueryable<NewsItem> news) => news.Select(item => new NewsCard(
        item.Slug,
        item.Title,
        item.Summary,
        item.PublishedAt!.Value,
        item.Picture == null ? null : new Illustration(item.Picture.Id, item.Picture.Alternative ?? "", item.Picture.Focus, item.Picture.Width, item.Picture.Height)));
}
