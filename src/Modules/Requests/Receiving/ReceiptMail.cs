using System.Net.Mail;
using Saas.Contracts.Requests;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;
using Mail = Saas.Shell.Mail.Mail;

namespace Saas.Modules.Requests.Receiving;

/// <summary>The receipt as a mail. Its link opens the follow-up and acts on nothing: scanners of mails follow links.</summary>
internal static class ReceiptMail
{
    /// <summary>Signs of an answer that a mail repeats; the whole is on the follow-up page.</summary>
    private const int LongestValue = 300;

    public static Mail Write(Receipt receipt, string to, string senderName, string followAddress, TenantWords words) => new(
        to,
        $"Votre demande {receipt.Reference} est enregistrée – {receipt.Procedure}",
        [
            senderName.Length == 0 ? "Bonjour," : $"Bonjour {senderName},",
            $"Votre demande « {receipt.Procedure} » est bien arrivée à {words.House} le {receipt.ReceivedOn}.",
            $"Référence : {receipt.Reference}\nCode de suivi : {receipt.ShownCode}",
            $"Service chargé de votre demande :\n{string.Join('\n', receipt.TownHall.Lines)}",
            $"Ce que vous avez envoyé :\n{string.Join('\n', receipt.Answers.SelectMany(Lines))}",
            $"Et maintenant ?\n{string.Join('\n', receipt.Next.Select(step => $"– {step}"))}",
            "Pour suivre votre demande (la page demande le code de suivi) :",
            followAddress,
            Receipt.LegalMention,
        ],
        ReplyTo(receipt.TownHall));

    /// <summary>The town hall's own address, when it is one.</summary>
    public static string? ReplyTo(TownHallAddress townHall) => MailAddress.TryCreate(townHall.Email, out _) ? townHall.Email : null;

    private static IEnumerable<string> Lines(FiledAnswer answer)
    {
        if (answer.Value.Length > 0)
        {
            yield return $"{answer.Label} : {Shorten(answer.Value)}";
        }

        foreach (var file in answer.Files)
        {
            yield return $"{answer.Label} : {file.Name} ({French.Size(file.Size)}, empreinte {Receipt.Checksum(file)})";
        }
    }

    private static string Shorten(string value) => value.Length <= LongestValue ? value : value[..LongestValue] + "…";
}
