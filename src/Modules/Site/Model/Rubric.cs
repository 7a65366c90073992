using Saas.Shell.Tenancy;

namespace Saas.Modules.Site.Model;

/// <summary>A part of the site that is there once it holds something: on the home page, below every page, in the site map.</summary>
/// <param name="Icon">A symbol of icons.svg.</param>
/// <param name="Title">Of the page for visitors.</param>
/// <param name="Purpose">What it is for, to those who have nothing in it yet.</param>
/// <param name="Kinds">What it is made of.</param>
internal sealed record Rubric(string Address, string Icon, Func<TenantWords, string> Title, string Purpose, IReadOnlyList<ContentKind> Kinds)
{
    /// <summary>In the order of the screens.</summary>
    public static IReadOnlyList<Rubric> All { get; } =
    [
        new(
            "/annuaire",
            "people",
            _ => "Annuaire",
            "Associations, commerces, médecins, salles, services : chacun sa fiche, avec de quoi le joindre. Les habitants les trouvent par catégorie ou par un mot.",
            [ContentKind.Directory]),
        new(
            "/conseil",
            "bank",
            words => words.Council.Name,
            "Les élus et leurs délégations, les séances à venir, et de chacune l’ordre du jour, la liste des délibérations et le procès-verbal que la loi demande de mettre en ligne.",
            [ContentKind.Member, ContentKind.Session]),
        new(
            "/menus",
            "cup-hot",
            _ => "Menus de la cantine",
            "Ce que les enfants mangent, semaine par semaine, avec les allergènes. Une semaine finie quitte la page toute seule.",
            [ContentKind.Menu]),
        new(
            "/collecte",
            "recycle",
            _ => "Collecte des déchets",
            "Quel bac sortir, et quel jour : le site calcule les prochaines dates, reports de jours fériés compris, et chacun peut les suivre dans son agenda.",
            [ContentKind.Waste]),
        new(
            "/travaux",
            "cone-striped",
            _ => "Travaux et circulation",
            "Rues barrées, coupures, déviations : où, jusqu’à quand, et par où passer. Un chantier fini quitte la page tout seul.",
            [ContentKind.Works]),
    ];

    /// <summary>The one that a kind belongs to; null for the agenda, the alerts, the pages.</summary>
    public static Rubric? Of(ContentKind? kind) => All.FirstOrDefault(rubric => kind is not null && rubric.Kinds.Contains(kind));
}
