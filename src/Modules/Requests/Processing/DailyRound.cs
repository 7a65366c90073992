using Saas.Modules.Requests.Deadlines;
using Saas.Modules.Requests.Retention;
using Saas.Shell.Jobs;

namespace Saas.Modules.Requests.Processing;

/// <summary>What the commune's requests ask for each day without anybody: reminders, erasures. Each round plans the next.</summary>
internal sealed class DailyRound(DeadlineReminders reminders, RequestErasures erasures, DailyRounds rounds) : ITenantJob
{
    public const string Kind = "requests.daily-round";

    public async Task RunAsync(Guid id, CancellationToken cancel)
    {
        await reminders.RunAsync(cancel);
        await erasures.RunAsync(cancel);
        await rounds.PlanAsync(cancel);
    }
}
