using Saas.Contracts.Requests;
using Saas.Modules.Requests.Model;
using Saas.Modules.Requests.Processing;
using Saas.Shell.Mail;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Requests.Receiving;

/// <summary>What is written when answers are missing, and when they come (CRPA L114-5 and R112-11-4).</summary>
internal sealed class CompletionMails(IMailer mailer, ResidentMails residents, ICurrentTenant current, PlatformAddress address, CommuneClock clock)
{
    /// <summary>What is missing, until when, and what becomes of the delay: as the timeline keeps it.</summary>
    public static string Say(Request request, IReadOnlyList<FiledAnswer> missing, string words, DateOnly until, TenantWords commune)
    {
        var parts = new List<string>();
        if (words.Length > 0)
        {
            parts.Add(words);
        }

        parts.Add($"À compléter avant le {French.Day(until)} :\n{string.Join('\n', missing.Select(answer => $"– {answer.Label}"))}");
        if (Delay(request.Terms, until, commune) is { } delay)
        {
            parts.Add(delay);
        }

        return string.Join("\n\n", parts);
    }

    public Task AskAsync(Request request, string agent, string said, CancellationToken cancel) =>
        residents.SendAsync(
            request,
            agent,
            $"À compléter : votre demande {request.Reference} – {request.Procedure}",
            [$"{current.Words.HouseFirst} a besoin de compléments pour traiter votre demande", said, "Ouvrez la page de suivi ci-dessous, puis « Compléter ma demande » : seules ces réponses vous seront demandées."],
            cancel);

    public async Task AcknowledgeAsync(Request request, CancellationToken cancel)
    {
        await residents.SendAsync(
            request,
            "",
            $"Vos compléments sont enregistrés – demande {request.Reference}",
            [$"Le {clock.Moment(clock.Now)}, {current.Words.House} a reçu vos compléments pour votre demande", .. SilenceRule.Sentences(request.Terms, clock.ToLocal(request.DelayFrom ?? request.ReceivedAt), current.Words).Take(1)],
            cancel);
        if (request.Recipient.Length > 0)
        {
            mailer.Send(RecipientMail.Completed(request, address.Of(ReadRequest.AddressOf(request.Id))));
        }
    }

    private static string? Delay(ProcedureTerms? terms, DateOnly until, TenantWords commune) => terms?.Silence switch
    {
        Silence.Acceptance => $"Le délai au bout duquel le silence de {commune.House} vaut acceptation ne court qu’à partir de la réception de ces éléments (article L. 114-5 du code des relations entre le public et l’administration).",
        Silence.Rejection => $"Le délai au bout duquel le silence de {commune.House} vaut refus est suspendu jusqu’à la réception de ces éléments, au plus tard jusqu’au {French.Day(until)} (article L. 114-5 du code des relations entre le public et l’administration).",
        _ => null,
    };
}
