using Microsoft.EntityFrameworkCore;
using Saas.Contracts.Forms;
using Saas.Contracts.Requests;
using Saas.Modules.Forms.Model;
using Saas.Shell.Data;
using Saas.Shell.Web;

namespace Saas.Modules.Forms.Answering;

/// <summary>The procedures open to residents, as their latest editions present them, in an order that only French knows: « Écrire » before « Réserver ».</summary>
internal sealed class OpenForms(SaasDbContext db, IRequestIntake intake) : IOpenProcedures
{
    public bool Offered => true;

    public async Task<IReadOnlyList<OpenProcedure>> ListAsync(int most, CancellationToken cancel) =>
        intake.Offered
            ? [.. (await Latest(db)
                .Select(edition => new OpenProcedure(edition.Title, edition.Summary, "/demarches/" + edition.Form.Slug))
                .ToListAsync(cancel))
                .OrderBy(procedure => procedure.Title, French.Alphabet)
                .Take(most)]
            : [];

    public static IQueryable<Edition> Latest(SaasDbContext db) =>
        db.Editions.AsNoTracking().Where(edition => edition.Form.State == FormState.Open && edition.Number == edition.Form.EditionNumber);
}
