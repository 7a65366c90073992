using Saas.Modules.Requests.Following;
using Saas.Modules.Requests.Model;
using Saas.Modules.Requests.Receiving;
using Saas.Shell.Mail;
using Saas.Shell.Tenancy;

namespace Saas.Modules.Requests.Processing;

/// <summary>
/// What staff's acts write to the resident, if they gave an address: signed with the agent's name and the town hall's address (CRPA L111-2).
/// </summary>
internal sealed class ResidentMails(IMailer mailer, Receipts receipts, ICurrentTenant current, PlatformAddress address)
{
    private readonly List<Guid> _held = [];
    private DateTimeOffset? _leavesAt;
    private TownHallAddress? _townHall;

    /// <summary>Mails written since <see cref="HoldUntil"/>.</summary>
    public IReadOnlyList<Guid> Held => [.. _held];

    /// <summary>From here on mails wait until then, so that they can be taken back; null sends at once.</summary>
    public void HoldUntil(DateTimeOffset? instant)
    {
        _leavesAt = instant;
        _held.Clear();
    }

    public Task SendAnswerAsync(Request request, string agent, string words, CancellationToken cancel) =>
        SendAsync(request, agent, $"Réponse à votre demande {request.Reference} – {request.Procedure}", [$"{current.Words.HouseFirst} vous répond au sujet de votre demande", words], cancel);

    public Task SendClosingAsync(Request request, string agent, RequestOutcome outcome, string words, CancellationToken cancel) =>
        SendAsync(
            request,
            agent,
            $"Votre demande {request.Reference} est close : {outcome.Title().ToLowerInvariant()} – {request.Procedure}",
            [$"{current.Words.HouseFirst} a terminé l’examen de votre demande", $"Résultat : {outcome.Title().ToLowerInvariant()}.", words, "Êtes-vous satisfait de la réponse ? Dites-le en un clic sur la page de suivi, dont l’adresse est ci-dessous."],
            cancel);

    /// <param name="agent">Who signs; empty for what no one wrote.</param>
    /// <param name="said">First the beginning of the sentence that ends with the name of the procedure, then the paragraphs.</param>
    public async Task SendAsync(Request request, string agent, string subject, IReadOnlyList<string> said, CancellationToken cancel)
    {
        if (request.SenderEmail is not { } email)
        {
            return;
        }

        var townHall = _townHall ??= await receipts.TownHallAsync(cancel);
        var mail = new Mail(
            email,
            subject,
            [
                $"{said[0]} « {request.Procedure} » (référence {request.Reference}) :",
                .. said.Skip(1).Where(paragraph => paragraph.Length > 0),
                string.Join('\n', townHall.Lines.Prepend(agent).Where(line => line.Length > 0)),
                "Pour lire l’historique ou répondre (la page demande le code de suivi) :",
                FollowAddressOf(request),
            ],
            ReceiptMail.ReplyTo(townHall))
        {
            Origin = ReadRequest.OriginOf(request.Id),
            LeavesAt = _leavesAt,
        };
        if (_leavesAt is not null)
        {
            _held.Add(mail.Id);
        }

        mailer.Send(mail);
    }

    private string FollowAddressOf(Request request) => address.Of(FollowAccess.PathOf(request.Reference));
}
