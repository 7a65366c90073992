using Saas.Contracts.Forms;
using Saas.Contracts.Site;
using Saas.Modules.Site.Model;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Visiting;

/// <summary>Everything the home page shows.</summary>
/// <param name="FirstWords">Stands for the news as long as there are none.</param>
internal sealed record HomeContent(
    string Welcome,
    string? Tagline,
    TownHall TownHall,
    IReadOnlyList<QuickAccess> QuickAccesses,
    bool ProceduresOffered,
    IReadOnlyList<OpenProcedure> Procedures,
    IReadOnlyList<NewsCard> News,
    IReadOnlyList<EventCard> Events,
    IReadOnlyList<Rubric> Rubrics,
    PageText? FirstWords)
{
    public string Excerpt => RichText.Excerpt(FirstWords!.Body, 260);
}
