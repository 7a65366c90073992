using System.Collections.Concurrent;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saas.Shell.Data;
using Saas.Shell.Jobs;
using Saas.Shell.Tenancy;

namespace Saas.Shell.Tests.Jobs;

public sealed class DueWorkRunnerTests(SaasHost host) : IClassFixture<SaasHost>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ConcurrentBag<(string Commune, Guid Id)> _done = [];

    [Fact]
    public async Task Two_nodes_share_the_work_and_none_does_it_twice()
    {
        await using var first = NodeWith("test.once", id => Task.CompletedTask);
        await using var second = NodeWith("test.once", id => Task.CompletedTask);
        _ = first.Services;
        _ = second.Services;
        var ids = Enumerable.Range(0, 60).Select(_ => Guid.CreateVersion7()).ToList();

        await LeaveWorkAsync("test.once", ids);

        await UntilAsync(() => _done.Count >= ids.Count);
        Assert.Equal(ids.Order(), _done.Select(done => done.Id).Order());
        Assert.All(_done, done => Assert.Equal("claret", done.Commune));
    }

    [Fact]
    public async Task A_job_that_fails_waits_and_never_stops_the_others()
    {
        var broken = Guid.CreateVersion7();
        var sound = Guid.CreateVersion7();
        await using var node = NodeWith("test.broken", id => id == broken ? throw new InvalidOperationException("broken") : Task.CompletedTask);
        _ = node.Services;

        await LeaveWorkAsync("test.broken", [broken, sound]);

        await UntilAsync(() => _done.Any(done => done.Id == sound));
        var kept = await UntilAsync(() => host.InAsync(SaasHost.Claret, services => services.GetRequiredService<SaasDbContext>().Set<DueWork>()
            .AsNoTracking().SingleOrDefaultAsync(work => work.Id == broken && work.LastError != null)));
        Assert.Equal(nameof(InvalidOperationException), kept.LastError);
        Assert.True(kept.DueAt > TimeProvider.System.GetUtcNow());
        Assert.Null(kept.LockedUntil);
    }

    [Fact]
    public async Task A_node_whose_clock_is_ahead_does_no_work_before_its_time()
    {
        var (now, later) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await using var ahead = NodeWith("test.ahead", (_, _) => Task.CompletedTask, new Ahead(TimeSpan.FromMinutes(2)));
        _ = ahead.Services;

        await LeaveWorkAsync("test.ahead", [later], TimeProvider.System.GetUtcNow().AddMinutes(1));
        await LeaveWorkAsync("test.ahead", [now], TimeProvider.System.GetUtcNow().AddSeconds(-1));

        await UntilAsync(() => _done.Any(done => done.Id == now));
        await Task.Delay(TimeSpan.FromSeconds(2));
        Assert.DoesNotContain(_done, done => done.Id == later);
    }

    [Fact]
    public async Task A_node_that_stops_lets_go_of_what_it_was_doing_and_another_does_it_at_once()
    {
        var id = Guid.CreateVersion7();
        var begun = new TaskCompletionSource();
        await using (var stopping = NodeWith("test.stopped", async (_, cancel) =>
        {
            begun.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancel);
        }))
        {
            _ = stopping.Services;
            await LeaveWorkAsync("test.stopped", [id]);
            await begun.Task.WaitAsync(Patience);
        }

        var left = await host.InAsync(SaasHost.Claret, services => services.GetRequiredService<SaasDbContext>().Set<DueWork>().AsNoTracking().SingleAsync(work => work.Id == id));
        Assert.Null(left.LockedUntil);
        Assert.Null(left.LastError);
        await using var other = NodeWith("test.stopped", _ => Task.CompletedTask);
        _ = other.Services;
        await UntilAsync(() => _done.Any(done => done.Id == id));
    }

    [Fact]
    public async Task Work_put_off_while_it_is_done_is_done_again_at_that_time()
    {
        var id = Guid.CreateVersion7();
        var tomorrow = TimeProvider.System.GetUtcNow().AddDays(1);
        await using var node = NodeWith("test.put-off", async _ => await host.InAsync(SaasHost.Claret, services =>
            services.GetRequiredService<SaasDbContext>().Set<DueWork>().Where(work => work.Id == id).ExecuteUpdateAsync(work => work.SetProperty(w => w.DueAt, tomorrow))));
        _ = node.Services;

        await LeaveWorkAsync("test.put-off", [id]);

        await UntilAsync(() => _done.Any(done => done.Id == id));
        var left = await UntilAsync(() => host.InAsync(SaasHost.Claret, services => services.GetRequiredService<SaasDbContext>().Set<DueWork>()
            .AsNoTracking().SingleOrDefaultAsync(work => work.Id == id && work.LockedUntil == null)));
        Assert.True(left.DueAt > tomorrow.AddMinutes(-1));
    }

    [Fact]
    public async Task Work_that_was_never_committed_is_never_done()
    {
        var id = Guid.CreateVersion7();
        await using var node = NodeWith("test.rolled-back", _ => Task.CompletedTask);
        _ = node.Services;

        await host.InAsync(SaasHost.Claret, async services =>
        {
            var db = services.GetRequiredService<SaasDbContext>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.Add(new DueWork { TenantId = db.TenantId, Kind = "test.rolled-back", Id = id, DueAt = DateTimeOffset.UnixEpoch });
            await db.SaveChangesAsync();
        });
        var sentinel = Guid.CreateVersion7();
        await LeaveWorkAsync("test.rolled-back", [sentinel]);

        await UntilAsync(() => _done.Any(done => done.Id == sentinel));
        Assert.DoesNotContain(_done, done => done.Id == id);
    }

    private static async Task UntilAsync(Func<bool> reached)
    {
        for (var attempt = 0; attempt < 600 && !reached(); attempt++)
        {
            await Task.Delay(50);
        }

        Assert.True(reached());
    }

    private static async Task<T> UntilAsync<T>(Func<Task<T?>> find)
        where T : class
    {
        for (var attempt = 0; attempt < 600; attempt++)
        {
            if (await find() is { } found)
            {
                return found;
            }

            await Task.Delay(50);
        }

        throw new TimeoutException();
    }

    private Task LeaveWorkAsync(string kind, IEnumerable<Guid> ids, DateTimeOffset? dueAt = null) => host.InAsync(SaasHost.Claret, async services =>
    {
        var db = services.GetRequiredService<SaasDbContext>();
        db.AddRange(ids.Select(id => new DueWork { TenantId = db.TenantId, Kind = kind, Id = id, DueAt = dueAt ?? DateTimeOffset.UnixEpoch }));
        await db.SaveChangesAsync();
    });

    private Microsoft.AspNetCore.Mvc.Testing.WebApplicationFactory<Program> NodeWith(string kind, Func<Guid, Task> work) =>
        NodeWith(kind, (id, _) => work(id));

    private Microsoft.AspNetCore.Mvc.Testing.WebApplicationFactory<Program> NodeWith(string kind, Func<Guid, CancellationToken, Task> work, TimeProvider? clock = null) =>
        host.AnotherNode(clock: clock).WithWebHostBuilder(web => web.ConfigureTestServices(services =>
        {
            services.AddSingleton(new JobKind(kind));
            services.AddKeyedScoped<ITenantJob>(kind, (provider, _) => new NotedJob(provider.GetRequiredService<ICurrentTenant>(), _done, work));
        }));

    private sealed class Ahead(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
    }

    private sealed class NotedJob(ICurrentTenant current, ConcurrentBag<(string, Guid)> done, Func<Guid, CancellationToken, Task> work) : ITenantJob
    {
        public async Task RunAsync(Guid id, CancellationToken cancel)
        {
            await work(id, cancel);
            done.Add((current.Tenant.Slug, id));
        }
    }
}
