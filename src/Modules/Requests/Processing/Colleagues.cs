using Microsoft.EntityFrameworkCore;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Modules;
using Saas.Shell.Web;

namespace Saas.Modules.Requests.Processing;

/// <summary>Who deals with requests in this commune: to whom one can be given.</summary>
internal sealed class Colleagues(SaasDbContext db, ModuleCatalog modules)
{
    /// <summary>In alphabetical order.</summary>
    public async Task<IReadOnlyList<Colleague>> ListAsync(CancellationToken cancel)
    {
        var roles = Roles.OfCommunes.Where(role => modules.Allows(role, RequestsPermissions.Process)).ToList();
        var found = await db.Set<Membership>().AsNoTracking()
            .Where(member => roles.Contains(member.Role))
            .Select(member => new Colleague(member.AccountId, member.Account.DisplayName, member.Department!.Name))
            .ToListAsync(cancel);
        return [.. found.OrderBy(colleague => colleague.Name, French.Alphabet)];
    }
}

/// <param name="AccountId">What a request keeps of who follows it.</param>
/// <param name="Name">First name and name.</param>
/// <param name="Department">Service of the town hall, null in a small one.</param>
internal sealed record Colleague(Guid AccountId, string Name, string? Department)
{
    public string Title => Department is null ? Name : $"{Name} ({Department})";
}
