using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Accounts.Team;

/// <summary>Who works here, and who was asked to.</summary>
[Requires(AccountsPermissions.Manage)]
internal sealed class ListMembers(SaasDbContext db, CommuneClock clock) : PageModel
{
    public IReadOnlyList<Member> Members { get; private set; } = [];

    public IReadOnlyList<Invited> Invitations { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var members = await db.Set<Membership>().AsNoTracking()
            .Select(m => new Member(m.Id, m.Account.DisplayName, m.Account.Email!, m.Role, m.Department!.Name))
            .ToListAsync(cancel);
        Members = [.. members.OrderBy(member => member.Name, French.Alphabet)];
        var invitations = await db.Set<Invitation>().AsNoTracking()
            .Select(i => new Invited(i.Id, i.Name, i.Email, i.Role, i.SentAt, i.ExpiresAt))
            .ToListAsync(cancel);
        Invitations = [.. invitations.OrderBy(invited => invited.Name, French.Alphabet)];
    }

    public string When(DateTimeOffset instant) => clock.ShortMoment(instant);

    public bool HasExpired(Invited invited) => invited.ExpiresAt <= clock.Now;

    internal sealed record Member(Guid Id, string Name, string Email, Role Role, string? Department);

    internal sealed record Invited(Guid Id, string Name, string Email, Role Role, DateTimeOffset SentAt, DateTimeOffset ExpiresAt);
}
