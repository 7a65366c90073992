namespace Saas.Contracts.Forms;

/// <summary>The procedures residents can start now, for pages that show them. Answered by the module Forms.</summary>
public interface IOpenProcedures
{
    /// <summary>False when the commune has no online procedures at all: nothing then leads to them.</summary>
    bool Offered { get; }

    /// <summary>Path of the page on which the person of this request enters what came by telephone or at the desk; null when they may not.</summary>
    string? EntryAddress { get; }

    Task<IReadOnlyList<OpenProcedure>> ListAsync(int most, CancellationToken cancel);
}

/// <summary>A procedure open to residents.</summary>
public sealed record OpenProcedure(string Title, string Summary, string Address);
