using Saas.Shell.Jobs;
using Saas.Shell.Tenancy;

namespace Saas.Modules.Requests.Processing;

/// <summary>Plans the next round of the commune, at the end of the night: communes follow each other, always in the same order.</summary>
internal sealed class DailyRounds(WorkPlan work, ICurrentTenant current, TimeProvider clock)
{
    private static readonly TimeOnly First = new(3, 0);

    private const int Minutes = 120;

    public Task PlanAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var today = new DateTimeOffset(DateOnly.FromDateTime(now.UtcDateTime), First, TimeSpan.Zero).AddMinutes(current.Tenant.Id.ToByteArray()[^1] % Minutes);
        return work.PlanAsync(DailyRound.Kind, Guid.Empty, today > now ? today : today.AddDays(1), cancel);
    }
}
