using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Saas.Shell.Jobs;

/// <summary>Runs the <see cref="IDailyJob"/> whose name the job carries. An older node, which does not know it yet, does nothing.</summary>
[DisallowConcurrentExecution]
internal sealed class RunDailyJob(IServiceProvider services) : IJob
{
    public const string Name = "name";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        if (services.GetKeyedService<IDailyJob>(context.MergedJobDataMap.GetString(Name)) is { } job)
        {
            await job.RunAsync(cancellationToken);
        }
    }
}
