using Saas.Modules.Site.Model;

namespace Saas.Modules.Site.Writing;

/// <summary>What the list of a kind says around its rows.</summary>
/// <param name="Icon">A symbol of icons.svg.</param>
/// <param name="None">In place of the rows.</param>
/// <param name="First">What the kind is for, and how to begin.</param>
internal sealed record ListWords(string Add, string One, string Many, string Icon, string None, string First)
{
    private static readonly Dictionary<ContentKind, ListWords> Known = new()
    {
        [ContentKind.Event] = new("Ajouter un événement", "événement", "événements", "calendar-event", "Aucun événement", "Marché, conseil, fête : écrivez le premier, une date et un lieu suffisent. Il paraîtra sur l’accueil et dans l’agenda."),
        [ContentKind.Alert] = new("Écrire une alerte", "alerte", "alertes", "megaphone", "Aucune alerte", "Coupure d’eau, route barrée, alerte météo : une phrase en haut de toutes les pages, pour la durée que vous choisissez."),
        [ContentKind.Directory] = new("Ajouter une fiche", "fiche", "fiches", "people", "L’annuaire est vide", "Commencez par ce que l’on vous demande au guichet : le médecin, la salle des fêtes, les associations. Un nom et un téléphone suffisent. L’annuaire paraîtra sur le site avec sa première fiche."),
        [ContentKind.Member] = new("Ajouter un élu", "élu", "élus", "people", "Aucun élu", "Un prénom, un nom, une fonction~: la page du conseil les range toute seule. Commencez par le premier magistrat ou la présidence."),
        [ContentKind.Session] = new("Ajouter une séance", "séance", "séances", "calendar-event", "Aucune séance", "Annoncez la prochaine avec son ordre du jour~; vous y ajouterez ensuite la liste des délibérations et le procès-verbal."),
        [ContentKind.Menu] = new("Ajouter une semaine", "semaine", "semaines", "cup-hot", "Aucun menu", "Recopiez la semaine à venir, un plat par ligne : les parents la trouveront sur le site, et sa page se vide d’elle-même le vendredi."),
        [ContentKind.Waste] = new("Ajouter une collecte", "collecte", "collectes", "recycle", "Aucune collecte", "Une par bac et par quartier : le premier jour, puis « chaque semaine » ou « une semaine sur deux ». Le site calcule les prochaines dates."),
        [ContentKind.Works] = new("Annoncer un chantier", "chantier", "chantiers", "cone-striped", "Aucun chantier", "Une rue barrée, une coupure d’eau : dites où, de quand à quand, et par où passer."),
    };

    public static ListWords Of(ContentKind kind) => Known[kind];
}
