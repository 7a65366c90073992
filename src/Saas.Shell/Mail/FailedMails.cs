using Saas.Shell.Data;

namespace Saas.Shell.Mail;

/// <summary>How many mails of each commune do not arrive, for the operator: counted by the database, which tells no address and no content.</summary>
public sealed class FailedMails(ApplicationDatabase database)
{
    /// <summary>Communes without a failure are not among them. In no order.</summary>
    public async Task<IReadOnlyList<FailedMailsOf>> ListAsync(CancellationToken cancel)
    {
        await using var command = database.Source.CreateCommand("select tenant_id, refused, put_off, latest from shell.failed_mails()");
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var found = new List<FailedMailsOf>();
        while (await rows.ReadAsync(cancel))
        {
            found.Add(new FailedMailsOf(rows.GetGuid(0), rows.GetInt64(1), rows.GetInt64(2), rows.IsDBNull(3) ? null : rows.GetFieldValue<DateTimeOffset>(3)));
        }

        return found;
    }
}

/// <param name="TenantId">The commune.</param>
/// <param name="Refused">For good, and nobody has dealt with it.</param>
/// <param name="PutOff">Tried and still in the queue.</param>
/// <param name="Latest">The last try of any of them.</param>
public sealed record FailedMailsOf(Guid TenantId, long Refused, long PutOff, DateTimeOffset? Latest);
