using System.Data;
using System.Data.Common;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Saas.Shell.Data;

/// <summary>
/// One connection for a page that is read, from its first query to the moment the answer starts: between two queries EF would give it
/// back, and each would then pay for a reset and for naming the commune again. A slow reader does not hold it. What is sent to the
/// application and jobs give it back each time: they wait for bodies, relays and scanners.
/// </summary>
internal sealed class RequestConnection(IHttpContextAccessor accessor) : DbConnectionInterceptor
{
    private bool _keeps;
    private bool _asked;

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (!_asked && accessor.HttpContext is { Response: { HasStarted: false } response } http && (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)))
        {
            _asked = _keeps = true;
            response.OnStarting(() => ReleaseAsync((NpgsqlConnection)connection, eventData.Context));
        }

        return Task.CompletedTask;
    }

    public override ValueTask<InterceptionResult> ConnectionClosingAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
        ValueTask.FromResult(_keeps ? InterceptionResult.Suppress() : result);

    public override InterceptionResult ConnectionClosing(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
        _keeps ? InterceptionResult.Suppress() : result;

    /// <summary>What is read while it is sent goes on; the context gives the connection back at its own end.</summary>
    private async Task ReleaseAsync(NpgsqlConnection connection, DbContext? db)
    {
        _keeps = false;
        if (connection.FullState == ConnectionState.Open && db?.Database.CurrentTransaction is null)
        {
            await connection.CloseAsync();
        }
    }
}
