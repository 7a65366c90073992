using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Platform.LostFactors;

/// <summary>What communes ask for colleagues who serve elsewhere too.</summary>
[OnPlatform]
[Requires(PlatformPermissions.Operate)]
internal sealed class ListLostFactors(SaasDbContext db, ITenantDirectory communes, CommuneClock clock) : PageModel
{
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var asked = await (
            from lost in db.Set<LostSecondFactor>()
            join account in db.Set<Account>() on lost.AccountId equals account.Id
            orderby lost.AskedAt
            select new { lost.Id, account.DisplayName, lost.TenantId, lost.AskedAt })
            .AsNoTracking().ToListAsync(cancel);
        Rows = [.. asked.Select(lost => new Row(
            lost.Id,
            lost.DisplayName,
            communes.FindById(lost.TenantId)?.Name ?? "",
            French.ShortDay(DateOnly.FromDateTime(clock.ToLocal(lost.AskedAt)))))];
    }

    internal sealed record Row(Guid Id, string Name, string Commune, string Since);
}
