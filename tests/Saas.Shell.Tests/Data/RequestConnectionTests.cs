using System.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Saas.Shell.Data;
using Saas.Shell.Files;

namespace Saas.Shell.Tests.Data;

public sealed class RequestConnectionTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task A_request_keeps_its_connection_from_one_query_to_the_next_until_the_answer_starts() => await InRequestAsync(async (db, answer) =>
    {
        await db.Set<StoredFile>().CountAsync();
        var between = db.Database.GetDbConnection().State;
        await answer.StartAsync();

        Assert.Equal(ConnectionState.Open, between);
        Assert.Equal(ConnectionState.Closed, db.Database.GetDbConnection().State);
    });

    [Fact]
    public async Task What_is_read_after_the_answer_has_started_is_behind_the_same_walls() => await InRequestAsync(async (db, answer) =>
    {
        await db.Set<StoredFile>().CountAsync();
        await answer.StartAsync();

        Assert.Equal(host.Tenant(SaasHost.Claret).Id.ToString(), await CommuneOfSessionAsync(db));
        Assert.Equal(ConnectionState.Closed, db.Database.GetDbConnection().State);
    });

    [Fact]
    public async Task A_transaction_that_is_open_when_the_answer_starts_is_not_lost() => await InRequestAsync(async (db, answer) =>
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.Set<StoredFile>().CountAsync();
        await answer.StartAsync();
        await transaction.CommitAsync();

        Assert.Null(db.Database.CurrentTransaction);
    });

    [Fact]
    public async Task A_job_gives_its_connection_back_after_each_query() => await host.InAsync(SaasHost.Claret, async services =>
    {
        var db = services.GetRequiredService<SaasDbContext>();

        await db.Set<StoredFile>().CountAsync();

        Assert.Equal(ConnectionState.Closed, db.Database.GetDbConnection().State);
    });

    [Fact]
    public async Task What_is_sent_to_the_application_holds_no_connection_while_it_is_awaited() => await InRequestAsync(
        async (db, _) =>
        {
            await db.Set<StoredFile>().CountAsync();

            Assert.Equal(ConnectionState.Closed, db.Database.GetDbConnection().State);
        },
        HttpMethods.Post);

    [Fact]
    public async Task The_commune_is_named_again_after_a_transaction_that_was_given_up() => await InRequestAsync(async (db, _) =>
    {
        await using (await db.Database.BeginTransactionAsync())
        {
            await db.Set<StoredFile>().CountAsync();
        }

        Assert.Equal(host.Tenant(SaasHost.Claret).Id.ToString(), await CommuneOfSessionAsync(db));
    });

    [Fact]
    public async Task The_commune_is_named_again_after_a_query_that_failed() => await InRequestAsync(async (db, _) =>
    {
        var refused = -1;
        await Assert.ThrowsAsync<PostgresException>(() => db.Set<StoredFile>().OrderBy(file => file.Id).Skip(refused).ToListAsync());

        Assert.Equal(host.Tenant(SaasHost.Claret).Id.ToString(), await CommuneOfSessionAsync(db));
    });

    private Task InRequestAsync(Func<SaasDbContext, Answer, Task> act, string method = "GET") => host.InAsync(SaasHost.Claret, async services =>
    {
        var answer = new Answer();
        var http = new DefaultHttpContext { Request = { Method = method } };
        http.Features.Set<IHttpResponseFeature>(answer);
        services.GetRequiredService<IHttpContextAccessor>().HttpContext = http;
        try
        {
            await act(services.GetRequiredService<SaasDbContext>(), answer);
        }
        finally
        {
            services.GetRequiredService<IHttpContextAccessor>().HttpContext = null;
        }
    });

    private static Task<string> CommuneOfSessionAsync(SaasDbContext db) =>
        db.Database.SqlQuery<string>($"select current_setting('saas.tenant_id', true) as \"Value\"").SingleAsync();

    /// <summary>Does at its start what the server does.</summary>
    private sealed class Answer : HttpResponseFeature
    {
        private readonly List<Func<Task>> _starting = [];

        public override void OnStarting(Func<object, Task> callback, object state) => _starting.Add(() => callback(state));

        public async Task StartAsync()
        {
            foreach (var callback in _starting)
            {
                await callback();
            }
        }
    }
}
