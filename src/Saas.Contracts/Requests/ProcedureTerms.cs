namespace Saas.Contracts.Requests;

/// <summary>
/// What a procedure promises to those who file it, frozen with each request: the receipt states it (CRPA R112-11-1). Everything may be
/// missing of what was published or received before it was asked for.
/// </summary>
public sealed record ProcedureTerms
{
    public RequestKind Kind { get; init; }

    /// <summary>What it means when the town hall has said nothing for <see cref="Months"/> (CRPA L231-1 and L231-4).</summary>
    public Silence Silence { get; init; }

    /// <summary>From the receipt of a complete file, date to date.</summary>
    public int Months { get; init; } = 2;

    /// <summary>« Article L. 113-1 du code de la voirie routière ».</summary>
    public string LegalBasis { get; init; } = "";

    /// <summary>Service in charge and how to reach it; the town hall's own where empty.</summary>
    public string Service { get; init; } = "";

    public string ServiceTelephone { get; init; } = "";

    public string ServiceEmail { get; init; } = "";

    public string ServiceAddress { get; init; } = "";

    /// <summary>How long requests are kept after they are closed; null as the commune keeps all others.</summary>
    public int? RetentionMonths { get; init; }
}

/// <summary>What is filed, in law. Stored by name.</summary>
public enum RequestKind
{
    /// <summary>« Demande »: calls for a decision, so that silence means something.</summary>
    Application,

    /// <summary>« Déclaration ».</summary>
    Declaration,

    /// <summary>« Demande de document ».</summary>
    Document,

    /// <summary>A question or a report: calls for no decision.</summary>
    Message,
}

/// <summary>What the silence of the town hall means. Stored by name.</summary>
public enum Silence
{
    /// <summary>Nothing: no decision is asked for, or nobody has said.</summary>
    None,

    /// <summary>« Silence vaut acceptation » (SVA).</summary>
    Acceptance,

    /// <summary>« Silence vaut rejet » (SVR).</summary>
    Rejection,
}
