using Microsoft.Extensions.DependencyInjection;
using Quartz;
using Saas.Shell.Data;

namespace Saas.Shell.Jobs;

/// <summary>
/// Quartz twice: in memory on every node, to look each second for work that is due (a node may know kinds of work that older ones do not),
/// and clustered over PostgreSQL, for what happens once a day whatever the number of nodes.
/// </summary>
internal static class Scheduling
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private const int DueWorkAtOnce = 4;

    private const int DailyJobsAtOnce = 2;

    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    public static void AddDailyJob<TJob>(this IServiceCollection services, TimeOnly at)
        where TJob : class, IDailyJob
    {
        services.AddKeyedScoped<IDailyJob, TJob>(typeof(TJob).Name);
        services.AddSingleton(new DailyWork(typeof(TJob).Name, at));
    }

    /// <summary>After every module has said what it does daily.</summary>
    public static void AddScheduler(this IServiceCollection services)
    {
        services.AddSingleton<DueWorkRunner>();
        services.AddQuartz("node", quartz =>
        {
            Name(quartz, "node");
            quartz.UseInMemoryStore();
            quartz.UseDefaultThreadPool(DueWorkAtOnce);

            // A long queue keeps one run busy while the next firings help it.
            quartz.ScheduleJob<RunDueWork>(
                trigger => trigger.WithIdentity("due-work").WithSchedule(SimpleScheduleBuilder.Create()
                    .WithInterval(Pause)
                    .RepeatForever()
                    .WithMisfireInstruction(SimpleTriggerMisfireInstruction.NextWithRemainingCount)),
                job => job.WithIdentity("due-work"));
        });
        services.AddQuartz("platform", quartz =>
        {
            Name(quartz, "platform");
            quartz.UsePersistentStore(store =>
            {
                store.ConfigureStore(options =>
                {
                    options.TablePrefix = "quartz.";
                    options.StoreJobDataAsStrings = true;
                });
                store.UsePostgres(source => source.DataSourceFactory = provider => provider.GetRequiredService<ApplicationDatabase>().Source);
                store.UseClustering();
            });
            quartz.UseDefaultThreadPool(DailyJobsAtOnce);
            foreach (var work in services.Select(service => service.ImplementationInstance).OfType<DailyWork>().ToList())
            {
                quartz.ScheduleJob<RunDailyJob>(
                    trigger => trigger.WithIdentity(work.Name)
                        .WithRetryPolicy(RetryPolicy.Exponential(5, TimeSpan.FromMinutes(1), 4))
                        .WithSchedule(CronScheduleBuilder.Create($"0 {work.At.Minute} {work.At.Hour} ? * *")
                            .InTimeZone(Paris)
                            .WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)),
                    job => job.WithIdentity(work.Name).UsingJobData(RunDailyJob.Name, work.Name));
            }
        });
        services.AddQuartzHostedService(hosted => hosted.WaitForJobsToComplete = true);
    }

    private static void Name(IQuartzBuilder quartz, string name) => quartz.ConfigureScheduler(scheduler =>
    {
        scheduler.InstanceName = name;
        scheduler.GenerateInstanceId = true;
        scheduler.ShutdownJobInterruption = ShutdownJobInterruption.Always;
    });
}
