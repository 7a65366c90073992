using Saas.Modules.Forms.Model;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Forms.Answering;

/// <summary>Whether a procedure may be filed today, and otherwise what those who come read.</summary>
/// <param name="Title">Empty when it may.</param>
internal sealed record Availability(string Title, string Sentence)
{
    public bool MayBeFiled => Title.Length == 0;

    public static Availability Of(Form form, DateOnly today, TenantWords words) =>
        form.State != FormState.Open ? new("Cette démarche est fermée", $"Elle ne peut plus être faite en ligne. {words.HouseFirst} vous répond par téléphone et à son accueil.")
        : form.OpensOn > today ? new($"Cette démarche ouvrira le {French.Day(form.OpensOn.Value)}", $"Revenez à cette date. Pour toute question, {words.House} vous répond par téléphone et à son accueil.")
        : form.ClosesOn < today ? new($"Cette démarche a fermé le {French.Day(form.ClosesOn.Value)}", $"Elle ne peut plus être faite en ligne. {words.HouseFirst} vous répond par téléphone et à son accueil.")
        : form.FiledCount >= form.MostRequests ? new("Cette démarche est complète", $"Toutes les places ont été demandées. {words.HouseFirst} vous dira par téléphone ou à son accueil s’il s’en libère.")
        : new("", "");
}
