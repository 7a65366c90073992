namespace Saas.Shell.Tenancy;

/// <summary>How a commune, or a group, names those who decide for it. A group may be a community or a syndicate: its words fit both.</summary>
public sealed record CouncilWords
{
    /// <summary>« Conseil municipal ».</summary>
    public required string Name { get; init; }

    /// <summary>Over the one who presides.</summary>
    public required string HeadOffice { get; init; }

    public required string Head { get; init; }

    public required string HeadOfWomen { get; init; }

    public required string Deputy { get; init; }

    public required string DeputyOfWomen { get; init; }

    public required string Deputies { get; init; }

    public required string Councillor { get; init; }

    public required string CouncillorOfWomen { get; init; }

    public required string Councillors { get; init; }
}
