namespace Saas.Contracts.Forms;

/// <summary>The procedures residents can start now, for pages that show them. Answered by the module Forms.</summary>
public interface IOpenProcedures
{
    /// <summary>False when the commune has no online procedures at all: nothing then leads to them.</summary>
    bool Offered { get; }

    Task<IReadOnlyList<OpenProcedure>> ListAsync(int most, CancellationToken cancel);
}

/// <summary>A procedure open to residents.</summary>
public sealed record OpenProcedure(string Title, string Summary, string Address);
