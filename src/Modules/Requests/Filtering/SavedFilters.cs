using Microsoft.EntityFrameworkCore;
using Saas.Modules.Requests.Model;
using Saas.Modules.Requests.Processing;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Requests.Filtering;

/// <summary>The filters this person named, and those that the team shares.</summary>
internal sealed class SavedFilters(SaasDbContext db, CurrentPerson person)
{
    public const string Address = "/gestion/demandes/filtres";

    public const string Columns = "/gestion/demandes/colonnes";

    /// <summary>What this person may open: theirs, and the shared ones.</summary>
    public IQueryable<SavedFilter> Offered()
    {
        var me = person.AccountId;
        return db.SavedFilters.Where(filter => filter.Shared || filter.OwnerId == me);
    }

    /// <summary>In alphabetical order.</summary>
    public async Task<IReadOnlyList<SavedFilter>> ListAsync(CancellationToken cancel) =>
        [.. (await Offered().AsNoTracking().ToListAsync(cancel)).OrderBy(filter => filter.Name, French.Alphabet).ThenBy(filter => filter.Id)];

    public static string AddressOf(SavedFilter filter) => filter.Filter.AddressOf(RequestFilter.Address);

    /// <summary>Whoever named it, or for a shared one whoever deals with requests.</summary>
    public bool MayDelete(SavedFilter filter) => filter.OwnerId == person.AccountId || (filter.Shared && person.Can(RequestsPermissions.Process));
}
