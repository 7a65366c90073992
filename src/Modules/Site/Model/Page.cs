using Saas.Shell.Tenancy;

namespace Saas.Modules.Site.Model;

/// <summary>A page of one commune. It takes the place of the starter page of the same slug, and hides it while unpublished.</summary>
internal sealed class Page(Guid id, string slug) : Content(id, slug)
{
    /// <summary>What fits in a line of the menu on a phone, and a search result.</summary>
    public const int LongestTitle = 120;

    public const int LongestKeywords = 300;

    /// <summary>Place in the main menu, from 1; null when it is not there.</summary>
    public int? MenuOrder { get; private set; }

    /// <summary>What residents call it in other words, « carte grise »: searched as its title is.</summary>
    public string Keywords { get; private set; } = "";

    public override ContentKind Kind => ContentKind.Page;

    public override string Gist(TenantWords words) => MenuOrder is { } place ? $"Place {place}" : "";

    public override Wording Wording => new PageWording(Title, Body, MenuOrder) { Keywords = Keywords, Picture = PictureId };

    protected override void Take(Wording wording) => (MenuOrder, Keywords) = (((PageWording)wording).MenuOrder, ((PageWording)wording).Keywords);
}
