using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Saas.Shell.Data;

/// <summary>
/// The fourth wall: tells PostgreSQL which commune the connection works for, so that its row-level security policies apply.
/// A first query carries the setting in its own round trip; a first command that counts rows (SaveChanges) or that EF did not
/// write is preceded by one, because a statement before it would break its row counts. Npgsql's reset clears the setting when
/// the connection returns to the pool; PostgreSQL takes it back with a statement that fails or a transaction that is rolled back.
/// </summary>
internal sealed class TenantSession : DbCommandInterceptor, IDbConnectionInterceptor
{
    private bool _told;

    /// <summary>The transaction it was told in: what follows is told again.</summary>
    private DbTransaction? _within;

    public Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        _told = false;
        return Task.CompletedTask;
    }

    public void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => _told = false;

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default)
    {
        if (!IsTold(command) && eventData.CommandSource == CommandSource.LinqQuery)
        {
            command.CommandText = $"{Statement(eventData)};\n{command.CommandText}";
            Remember(command);
            return result;
        }

        await TellAsync(command, eventData, cancellationToken);
        return result;
    }

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default)
    {
        await TellAsync(command, eventData, cancellationToken);
        return result;
    }

    public override async ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<object> result,
        CancellationToken cancellationToken = default)
    {
        await TellAsync(command, eventData, cancellationToken);
        return result;
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) =>
        throw new NotSupportedException("Queries are asynchronous here.");

    public override void CommandFailed(DbCommand command, CommandErrorEventData eventData) => _told = false;

    public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        _told = false;
        return Task.CompletedTask;
    }

    public override Task CommandCanceledAsync(DbCommand command, CommandEndEventData eventData, CancellationToken cancellationToken = default)
    {
        _told = false;
        return Task.CompletedTask;
    }

    private bool IsTold(DbCommand command) => _told && (_within is null || _within == command.Transaction);

    private void Remember(DbCommand command)
    {
        _told = true;
        _within = command.Transaction;
    }

    private async Task TellAsync(DbCommand command, CommandEventData eventData, CancellationToken cancel)
    {
        if (IsTold(command))
        {
            return;
        }

        await using var tell = new NpgsqlCommand(Statement(eventData), (NpgsqlConnection)command.Connection!, (NpgsqlTransaction?)command.Transaction);
        await tell.ExecuteNonQueryAsync(cancel);
        Remember(command);
    }

    // A Guid writes as hexadecimal digits and dashes only: nothing to escape. SET takes no parameters.
    private static string Statement(CommandEventData eventData) =>
        $"set saas.tenant_id = '{((SaasDbContext)eventData.Context!).CurrentTenant?.Id:D}'";
}
