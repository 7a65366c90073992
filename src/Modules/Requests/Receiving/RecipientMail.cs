using Saas.Modules.Requests.Model;
using Saas.Modules.Requests.Processing;
using Saas.Shell.Mail;

namespace Saas.Modules.Requests.Receiving;

/// <summary>What staff are told by mail: that there is something to read, and where. Never what the resident wrote.</summary>
internal static class RecipientMail
{
    public static Mail NewRequest(Request request, string address) => new(
        request.Recipient,
        $"Nouvelle demande : {request.Procedure} ({request.Reference})",
        [
            $"Une nouvelle demande est arrivée : « {request.Procedure} », référence {request.Reference}.",
            "Pour la lire et y répondre :",
            address,
        ])
    {
        Origin = ReadRequest.OriginOf(request.Id),
    };

    public static Mail Completed(Request request, string address) => new(
        request.Recipient,
        $"Compléments reçus : {request.Procedure} ({request.Reference})",
        [
            $"La demande « {request.Procedure} », référence {request.Reference}, a été complétée.",
            "Pour la lire :",
            address,
        ])
    {
        Origin = ReadRequest.OriginOf(request.Id),
    };

    public static Mail NewMessage(Request request, string address) => new(
        request.Recipient,
        $"Nouveau message : {request.Procedure} ({request.Reference})",
        [
            $"La personne qui a envoyé la demande « {request.Procedure} », référence {request.Reference}, vous a écrit.",
            "Pour lire son message et y répondre :",
            address,
        ])
    {
        Origin = ReadRequest.OriginOf(request.Id),
    };
}
