using Saas.Shell.Tenancy;

namespace Saas.Modules.Requests.Model;

/// <summary>What happened to a request. Stored by name.</summary>
internal enum EntryKind
{
    Filed,
    Taken,
    Assigned,
    PutBack,
    Answered,
    ResidentWrote,
    MessageRead,
    Noted,
    CompletionAsked,
    Completed,
    Closed,
    Reopened,
    Released,
    Discarded,
}

/// <summary>What happened, in the words of each screen.</summary>
internal static class EntryTitles
{
    /// <summary>Whether the resident reads it in their follow-up.</summary>
    public static bool IsForResident(this EntryKind kind) =>
        kind is EntryKind.Filed or EntryKind.Taken or EntryKind.PutBack or EntryKind.Answered or EntryKind.ResidentWrote
            or EntryKind.CompletionAsked or EntryKind.Completed or EntryKind.Closed or EntryKind.Reopened;

    public static bool IsFromResident(this EntryKind kind) => kind is EntryKind.Filed or EntryKind.ResidentWrote or EntryKind.Completed;

    public static string ForStaff(this EntryKind kind) => kind switch
    {
        EntryKind.Filed => "Demande reçue",
        EntryKind.Taken => "Prise en charge",
        EntryKind.Assigned => "Demande confiée",
        EntryKind.PutBack => "Prise en charge annulée",
        EntryKind.Answered => "Réponse au demandeur",
        EntryKind.ResidentWrote => "Message du demandeur",
        EntryKind.MessageRead => "Message lu, sans réponse",
        EntryKind.Noted => "Note interne",
        EntryKind.CompletionAsked => "Compléments demandés",
        EntryKind.Completed => "Compléments reçus",
        EntryKind.Closed => "Demande close",
        EntryKind.Reopened => "Demande rouverte",
        EntryKind.Released => "Sortie des indésirables",
        EntryKind.Discarded => "Gardée parmi les indésirables",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static string ForResident(this EntryKind kind, TenantWords words) => kind switch
    {
        EntryKind.Filed => "Demande envoyée",
        EntryKind.Taken => $"{words.HouseFirst} s’occupe de votre demande",
        EntryKind.PutBack => "Votre demande attend à nouveau d’être prise en charge",
        EntryKind.Answered => $"Réponse de {words.House}",
        EntryKind.ResidentWrote => "Votre message",
        EntryKind.CompletionAsked => $"{words.HouseFirst} attend des compléments de votre part",
        EntryKind.Completed => "Vos compléments",
        EntryKind.Closed => $"Décision de {words.House}",
        EntryKind.Reopened => $"Demande rouverte par {words.House}",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>« Claire Martin … », in the trail, which never says what residents wrote.</summary>
    public static string OnRequest(this EntryKind kind, string reference) => kind switch
    {
        EntryKind.Taken => $"a pris en charge la demande {reference}",
        EntryKind.Assigned => $"a confié la demande {reference}",
        EntryKind.PutBack => $"a remis à traiter la demande {reference}",
        EntryKind.Answered => $"a répondu à la demande {reference}",
        EntryKind.MessageRead => $"a marqué comme lu le message de la demande {reference}",
        EntryKind.Noted => $"a ajouté une note interne à la demande {reference}",
        EntryKind.CompletionAsked => $"a demandé des compléments pour la demande {reference}",
        EntryKind.Closed => $"a clos la demande {reference}",
        EntryKind.Reopened => $"a rouvert la demande {reference}",
        EntryKind.Released => $"a sorti la demande {reference} des indésirables",
        EntryKind.Discarded => $"a gardé la demande {reference} parmi les indésirables",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>« Claire Martin … », for the colleague who was writing at the same time.</summary>
    public static string AsDeed(this EntryKind kind) => kind switch
    {
        EntryKind.Taken => "a pris cette demande en charge",
        EntryKind.Assigned => "a confié cette demande",
        EntryKind.PutBack => "a remis cette demande à traiter",
        EntryKind.Answered => "a répondu à cette demande",
        EntryKind.MessageRead => "a marqué le message comme lu",
        EntryKind.Noted => "a ajouté une note",
        EntryKind.Closed => "a clos cette demande",
        EntryKind.Reopened => "a rouvert cette demande",
        EntryKind.Released => "a sorti cette demande des indésirables",
        EntryKind.Discarded => "a gardé cette demande parmi les indésirables",
        EntryKind.CompletionAsked => "a demandé des compléments",
        EntryKind.Completed => "a envoyé des compléments",
        EntryKind.ResidentWrote => "a écrit un nouveau message",
        EntryKind.Filed => "a envoyé cette demande",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
