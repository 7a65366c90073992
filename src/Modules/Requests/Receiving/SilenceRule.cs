using Saas.Contracts.Requests;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Requests.Receiving;

/// <summary>What the receipt must say of the town hall's silence and of the ways to appeal (CRPA R112-11-1, L232-3; CJA R421-1 and R421-2).</summary>
internal static class SilenceRule
{
    /// <param name="received">In the commune's time.</param>
    public static IEnumerable<string> Sentences(ProcedureTerms? terms, DateTime received, TenantWords words)
    {
        if (terms is null or { Silence: Silence.None })
        {
            yield break;
        }

        var day = French.Day(Deadline(terms, DateOnly.FromDateTime(received)));
        var basis = terms.LegalBasis.Length > 0 ? $" ({terms.LegalBasis})" : "";
        if (terms.Silence == Silence.Acceptance)
        {
            yield return $"Si {words.House} ne vous a pas répondu le {day} et que votre dossier est complet, votre demande sera acceptée{basis}. Vous pourrez alors demander à {words.House} une attestation de cette acceptation.";
        }
        else
        {
            yield return $"Si {words.House} ne vous a pas répondu le {day} et que votre dossier est complet, votre demande sera considérée comme refusée{basis}. Vous aurez alors deux mois pour demander {words.ToItsHead} de revoir sa décision, ou pour saisir le tribunal administratif (www.telerecours.fr).";
        }

        yield return $"S’il manque une pièce à votre dossier, {words.House} vous l’écrit et ce délai change.";
    }

    /// <summary>Date to date: from 31 December, two months end on the last of February.</summary>
    public static DateOnly Deadline(ProcedureTerms terms, DateOnly received) => received.AddMonths(terms.Months);
}
