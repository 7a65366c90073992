using Saas.Contracts.Requests;
using Saas.Modules.Requests.Receiving;
using Saas.Shell.Web;

namespace Saas.Modules.Requests.Deadlines;

/// <summary>When the silence of the town hall would speak, as the receipt says it.</summary>
internal sealed class LegalDeadlines(CommuneClock clock)
{
    /// <summary>Null where silence means nothing.</summary>
    public DateOnly? Of(ProcedureTerms? terms, DateTimeOffset receivedAt) => terms is null or { Silence: Silence.None }
        ? null
        : SilenceRule.Deadline(terms, DateOnly.FromDateTime(clock.ToLocal(receivedAt)));
}
