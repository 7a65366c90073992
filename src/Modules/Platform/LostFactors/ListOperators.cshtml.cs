using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Platform.LostFactors;

/// <summary>Who holds the platform, and by which proof they sign in.</summary>
[OnPlatform]
[Requires(PlatformPermissions.Operate)]
internal sealed class ListOperators(SaasDbContext db, CurrentPerson person) : PageModel
{
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) =>
        Rows = await db.Set<Account>().AsNoTracking()
            .Where(account => account.IsOperator)
            .OrderBy(account => account.DisplayName).ThenBy(account => account.NormalizedEmail)
            .Select(account => new Row(account.Id, account.DisplayName, account.Email!, account.TwoFactorEnabled, account.Id == person.AccountId))
            .ToListAsync(cancel);

    internal sealed record Row(Guid Id, string Name, string Email, bool HasSecondFactor, bool IsMyself);
}
