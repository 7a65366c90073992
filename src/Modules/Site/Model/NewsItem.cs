using Saas.Shell.Tenancy;

namespace Saas.Modules.Site.Model;

/// <summary>A piece of news, dated by its publication.</summary>
internal sealed class NewsItem(Guid id, string slug) : Content(id, slug)
{
    public const int LongestTitle = 140;

    /// <summary>Two or three lines of a card.</summary>
    public const int LongestSummary = 300;

    public override ContentKind Kind => ContentKind.News;

    public override string Gist(TenantWords words) => Summary;

    public override Wording Wording => new NewsWording(Title, Summary, Body) { Picture = PictureId };

    protected override void Take(Wording wording)
    {
    }
}
