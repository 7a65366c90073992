using Npgsql;
using Saas.Shell.Data;
using Saas.Shell.Tenancy;

namespace Saas.Shell.Identity;

/// <summary>
/// Where a person serves. Communes do not see each other's members: PostgreSQL shows a person their own memberships, for the one
/// transaction that says who is asking.
/// </summary>
public sealed class ServedCommunes(ApplicationDatabase database, ITenantDirectory directory)
{
    /// <summary>In the order of a French dictionary; without those that no longer answer.</summary>
    public async Task<IReadOnlyList<Tenant>> ListAsync(Guid accountId, CancellationToken cancel)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await using var ask = new NpgsqlCommand("select set_config('saas.account_id', $1, true)", connection, transaction)
        {
            Parameters = { new() { Value = accountId.ToString("D") } },
        };
        await ask.ExecuteNonQueryAsync(cancel);
        await using var read = new NpgsqlCommand("select tenant_id from shell.memberships where account_id = $1", connection, transaction)
        {
            Parameters = { new() { Value = accountId } },
        };
        var served = new List<Tenant>();
        await using (var rows = await read.ExecuteReaderAsync(cancel))
        {
            while (await rows.ReadAsync(cancel))
            {
                if (directory.FindById(rows.GetGuid(0)) is { State: not TenantState.Disabled } commune)
                {
                    served.Add(commune);
                }
            }
        }

        await transaction.CommitAsync(cancel);
        return [.. served.OrderBy(commune => commune.Name, Web.French.Alphabet)];
    }
}
