using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Quartz;
using Saas.Shell.Jobs;

namespace Saas.Shell.Tests.Jobs;

public sealed class RunDailyJobTests(SaasHost host) : IClassFixture<SaasHost>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task What_happens_once_a_day_happens_on_one_of_two_nodes_and_never_twice_at_a_time()
    {
        var database = await TestDatabase.CreateAsync();
        var noted = new Noted(wanted: 6);
        await using var first = Node(database, noted);
        await using var second = Node(database, noted);
        _ = second.Services;
        var scheduler = await first.Services.GetRequiredKeyedService<ISchedulerFactory>("platform").GetScheduler();

        for (var time = 0; time < noted.Wanted; time++)
        {
            await scheduler.TriggerJob(new JobKey(nameof(PurgeExpired)));
        }

        await noted.Reached.WaitAsync(Patience);
        await Task.Delay(TimeSpan.FromSeconds(1));
        Assert.Equal(noted.Wanted, noted.Runs);
        Assert.Equal(1, noted.MostAtOnce);
    }

    [Fact]
    public async Task Every_daily_job_is_planned_for_its_time_in_Paris()
    {
        var planned = host.Application.Services.GetServices<DailyWork>().ToList();
        Assert.NotEmpty(planned);
        var scheduler = await host.Application.Services.GetRequiredKeyedService<ISchedulerFactory>("platform").GetScheduler();

        foreach (var work in planned)
        {
            var trigger = await scheduler.GetTrigger(new TriggerKey(work.Name));
            var next = TimeZoneInfo.ConvertTime(trigger!.NextFireTimeUtc!.Value, TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"));
            Assert.Equal(work.At, TimeOnly.FromTimeSpan(next.TimeOfDay));
        }
    }

    private WebApplicationFactory<Program> Node(TestDatabase database, Noted noted) =>
        host.AnotherNode(new Dictionary<string, string> { ["ConnectionStrings:Application"] = database.Application }).WithWebHostBuilder(web =>
            web.ConfigureTestServices(services => services.AddKeyedSingleton<IDailyJob>(nameof(PurgeExpired), noted)));

    private sealed class Noted(int wanted) : IDailyJob
    {
        private readonly TaskCompletionSource _reached = new();
        private int _runs;
        private int _now;
        private int _most;

        public int Wanted => wanted;

        public int Runs => _runs;

        public int MostAtOnce => _most;

        public Task Reached => _reached.Task;

        public async Task RunAsync(CancellationToken cancel)
        {
            var now = Interlocked.Increment(ref _now);
            _most = Math.Max(_most, now);
            await Task.Delay(20, cancel);
            Interlocked.Decrement(ref _now);
            if (Interlocked.Increment(ref _runs) == wanted)
            {
                _reached.SetResult();
            }
        }
    }
}
