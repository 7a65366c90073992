using Microsoft.EntityFrameworkCore;
using Saas.Contracts.Search;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Search;
using Saas.Shell.Web;

namespace Saas.Modules.Accounts.Team;

/// <summary>Finds colleagues by name or mail, for whoever composes the team.</summary>
internal sealed class FindMembers(SaasDbContext db, CurrentPerson person) : ISearchableByStaff
{
    public async Task<IReadOnlyList<StaffHit>> FindAsync(string typed, int most, CancellationToken cancel)
    {
        if (!person.Can(AccountsPermissions.Manage))
        {
            return [];
        }

        var members = await db.Set<Membership>().AsNoTracking().Select(member => new { member.Id, member.Account.DisplayName, member.Account.Email, member.Role }).ToListAsync(cancel);
        return [.. members
            .Where(member => SearchWords.AreIn(typed, $"{member.DisplayName} {member.Email}"))
            .OrderBy(member => member.DisplayName, French.Alphabet)
            .Take(most)
            .Select(member => new StaffHit("Équipe", member.DisplayName, $"/gestion/equipe/{member.Id}", member.Role.Title()))];
    }
}
