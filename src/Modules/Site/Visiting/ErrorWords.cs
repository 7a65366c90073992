using Microsoft.AspNetCore.Http;

namespace Saas.Modules.Site.Visiting;

/// <summary>What happened, what was kept and what to do, for each status a visitor may meet.</summary>
internal sealed record ErrorWords(string Kind, string Title, string WhatHappened, string WhatIsKept, string WhatToDo)
{
    /// <summary>To an operator whom the commune lets in, who asked for more than that opens.</summary>
    public static ErrorWords OfAssistance { get; } = new(
        "Accès réservé",
        "L’assistance ne va pas jusque-là",
        "L’équipe, les comptes, les exports et les décisions sur les demandes restent à ceux qui vous ont ouvert leur espace. Quand ils permettent seulement de regarder, rien ne s’enregistre.",
        "Rien n’a été modifié.",
        "Revenez à la page précédente, ou demandez-leur de le faire.");

    public static ErrorWords Of(int status) => status switch
    {
        StatusCodes.Status400BadRequest => new(
            "Demande incomplète",
            "Le site n’a pas compris cet envoi",
            "Ce que votre navigateur a envoyé est arrivé incomplet ou abîmé.",
            "Rien n’a été enregistré cette fois. Ce que vous aviez enregistré avant est conservé.",
            "Revenez à la page précédente : ce que vous aviez écrit y est en général encore. Vérifiez puis envoyez à nouveau."),
        StatusCodes.Status403Forbidden => new(
            "Accès réservé",
            "Cette page ne vous est pas ouverte",
            "Votre compte ne permet pas d’ouvrir cette page.",
            "Rien n’a été modifié.",
            "Si vous en avez besoin pour votre travail, demandez à un administrateur du site de compléter vos droits."),
        StatusCodes.Status404NotFound => new(
            "Page introuvable",
            "Cette page n’existe pas",
            "L’adresse est peut-être mal écrite, ou la page a été déplacée ou retirée.",
            "Rien n’est perdu : vos demandes déjà envoyées restent suivies.",
            "Cherchez un mot, ou repartez de l’accueil."),
        StatusCodes.Status413PayloadTooLarge => new(
            "Envoi trop lourd",
            "Votre envoi est trop lourd",
            "Ce que vous avez envoyé dépasse ce que le site peut recevoir en une fois.",
            "Cet envoi n’a pas été enregistré. Ce que vous aviez enregistré avant est conservé.",
            "Revenez à la page précédente, puis envoyez-en moins à la fois."),
        StatusCodes.Status414UriTooLong => new(
            "Adresse trop longue",
            "Cette adresse est trop longue",
            "Le site ne peut pas la lire en entier.",
            "Rien n’a été modifié.",
            "Repartez de l’accueil, ou cherchez avec quelques mots seulement."),
        StatusCodes.Status429TooManyRequests => new(
            "Trop d’essais",
            "Patientez quelques minutes",
            "Trop d’essais sont arrivés de votre connexion en peu de temps. Le site fait une pause pour protéger les comptes et les demandes.",
            "Le dernier envoi n’a pas été enregistré. Ce que vous aviez enregistré avant est conservé.",
            "Attendez cinq minutes, revenez à la page précédente et recommencez."),
        StatusCodes.Status500InternalServerError or StatusCodes.Status503ServiceUnavailable => new(
            "Panne du site",
            "Le site a rencontré une panne",
            "La page n’a pas pu être affichée. Ce n’est pas de votre fait, et la panne est signalée à l’équipe technique.",
            "Ce que le site vous avait confirmé est conservé. Le dernier envoi, lui, n’a peut-être pas abouti.",
            "Revenez à la page précédente et réessayez dans quelques minutes."),
        _ => new(
            "Demande refusée",
            "Le site ne peut pas répondre à cette demande",
            "Cette adresse n’accepte pas ce qui lui a été demandé.",
            "Rien n’a été modifié.",
            "Repartez de l’accueil, ou cherchez un mot."),
    };
}
