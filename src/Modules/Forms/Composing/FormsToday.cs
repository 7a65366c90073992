using Microsoft.EntityFrameworkCore;
using Saas.Modules.Forms.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Mail;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Forms.Composing;

/// <summary>Open procedures whose requests are announced to nobody, and the first step: opening one.</summary>
internal sealed class FormsToday(SaasDbContext db, IMailer mailer, CurrentPerson person) : IToday
{
    public async Task<IReadOnlyList<TodayTask>> ReadAsync(CancellationToken cancel)
    {
        if (!person.Can(FormsPermissions.Compose))
        {
            return [];
        }

        var open = await db.Forms.AsNoTracking()
            .Where(form => form.State == FormState.Open)
            .OrderBy(form => form.Title)
            .Select(form => new { form.Id, form.Title, form.Recipient })
            .ToListAsync(cancel);
        var opened = open.Count > 0 || await db.Editions.AnyAsync(cancel);
        var tasks = new List<TodayTask>
        {
            new("Ouvrir votre première démarche", ModelsOf(db.TenantKind), "/gestion/demarches/nouvelle", null, TodayKind.FirstHour, opened),
        };
        foreach (var recipient in open.GroupBy(form => form.Recipient))
        {
            if (await mailer.IsUnreachableAsync(recipient.Key, cancel))
            {
                tasks.AddRange(recipient.Select(form => new TodayTask(
                    $"Personne n’est prévenu des demandes « {form.Title} »",
                    $"Les messages envoyés à {recipient.Key} reviennent. Corrigez l’adresse ; les demandes reçues sont conservées.",
                    $"/gestion/demarches/{form.Id}",
                    null,
                    TodayKind.Broken)));
            }
        }

        return tasks;
    }

    private static string ModelsOf(TenantKind kind) => kind == TenantKind.Group
        ? "Quatre modèles sont prêts, à activer en un clic : contact, déchets, assainissement, subvention."
        : "Treize modèles sont prêts, à activer en un clic : contact, cantine, école, acte d’état civil, salle, voirie.";
}
