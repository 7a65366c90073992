using Microsoft.EntityFrameworkCore;
using Saas.Contracts.Forms;
using Saas.Contracts.Requests;
using Saas.Modules.Forms.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Forms.Answering;

/// <summary>The procedures open to residents, as their latest editions present them, in an order that only French knows: « Écrire » before « Réserver ».</summary>
internal sealed class OpenForms(SaasDbContext db, IRequestIntake intake, CommuneClock clock, VisitorCache cache, CurrentPerson person) : IOpenProcedures
{
    public bool Offered => true;

    public string? EntryAddress => intake.Offered && person.Can(FormsPermissions.Enter) ? ChooseFormToEnter.Address : null;

    public async Task<IReadOnlyList<OpenProcedure>> ListAsync(int most, CancellationToken cancel)
    {
        if (!intake.Offered)
        {
            return [];
        }

        // A procedure opens and closes at midnight.
        cache.TrueUntil(clock.ToInstant(clock.Today.AddDays(1).ToDateTime(TimeOnly.MinValue)));
        return [.. (await Latest(db, clock.Today)
            .Select(edition => new OpenProcedure(edition.Title, edition.Summary, "/demarches/" + edition.Form.Slug))
            .ToListAsync(cancel))
            .OrderBy(procedure => procedure.Title, French.Alphabet)
            .Take(most)];
    }

    public static IQueryable<Edition> Latest(SaasDbContext db, DateOnly today) => db.Editions.AsNoTracking().Where(edition =>
        edition.Form.State == FormState.Open
        && (edition.Form.OpensOn == null || edition.Form.OpensOn <= today)
        && (edition.Form.ClosesOn == null || edition.Form.ClosesOn >= today)
        && edition.Number == edition.Form.EditionNumber);
}
