using Microsoft.EntityFrameworkCore;
using Saas.Contracts.Search;
using Saas.Modules.Forms.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Search;
using Saas.Shell.Web;

namespace Saas.Modules.Forms.Composing;

/// <summary>Finds procedures for staff by their titles. A commune has some dozens of them: they are read in whole.</summary>
internal sealed class FindForms(SaasDbContext db, CurrentPerson person) : ISearchableByStaff
{
    public async Task<IReadOnlyList<StaffHit>> FindAsync(string typed, int most, CancellationToken cancel)
    {
        if (!person.Can(FormsPermissions.Read))
        {
            return [];
        }

        var forms = await db.Forms.AsNoTracking().Select(form => new { form.Id, form.Title, form.State }).ToListAsync(cancel);
        return [.. forms
            .Where(form => SearchWords.AreIn(typed, form.Title))
            .OrderBy(form => form.Title, French.Alphabet)
            .Take(most)
            .Select(form => new StaffHit(
                "Démarches",
                form.Title,
                person.Can(FormsPermissions.Compose) ? $"/gestion/demarches/{form.Id}" : "/gestion/demarches",
                form.State switch { FormState.Open => "ouverte", FormState.Closed => "fermée", _ => "brouillon" }))];
    }
}
