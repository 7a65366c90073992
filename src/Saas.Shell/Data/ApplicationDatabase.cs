using Microsoft.Extensions.Configuration;
using Npgsql;

namespace Saas.Shell.Data;

/// <summary>
/// The one connection pool of this node, signed in as the application's role: it reads and writes rows and owns nothing,
/// because row-level security binds neither owners nor superusers.
/// </summary>
public sealed class ApplicationDatabase : IAsyncDisposable
{
    public ApplicationDatabase(IConfiguration configuration)
    {
        var connection = configuration.GetConnectionString("Application")
            ?? throw new InvalidOperationException("ConnectionStrings:Application is not set.");
        Source = new NpgsqlDataSourceBuilder(connection) { Name = "application" }.Build();
    }

    public NpgsqlDataSource Source { get; }

    /// <summary>Refuses a role that the walls would not hold: owner of a table, superuser, or free of row-level security.</summary>
    public async Task CheckRoleAsync(CancellationToken cancel)
    {
        await using var command = Source.CreateCommand("""
            select rolsuper or rolbypassrls or exists (
                select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relowner = r.oid and c.relkind in ('r', 'p') and n.nspname not like 'pg_%')
            from pg_roles r where rolname = current_user
            """);
        if (await command.ExecuteScalarAsync(cancel) is not false)
        {
            throw new InvalidOperationException(
                "The application's database role is superuser, bypasses row-level security or owns tables: communes would not be isolated. Use the role made by 'database prepare'.");
        }
    }

    public ValueTask DisposeAsync() => Source.DisposeAsync();
}
