namespace Saas.Contracts.Forms;

/// <summary>The procedures residents can start now, for pages that show them. Answered by the module Forms.</summary>
public interface IOpenProcedures
{
    Task<IReadOnlyList<OpenProcedure>> ListAsync(int most, CancellationToken cancel);
}

/// <summary>A procedure open to residents.</summary>
public sealed record OpenProcedure(string Title, string Summary, string Address);
