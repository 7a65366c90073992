using System.Globalization;

namespace Saas.Bench;

/// <summary>What bin/bench says of the machine, and what was asked on its command line.</summary>
internal sealed record BenchSettings
{
    public const string Domain = "parvis.localhost";

    public required string Name { get; init; }

    /// <summary>Saas.Web.dll as it was published.</summary>
    public required string Application { get; init; }

    /// <summary>For logs and scripts; gone when bin/bench ends.</summary>
    public required string Folder { get; init; }

    public required string ReportFolder { get; init; }

    public required string Commit { get; init; }

    public required string Owner { get; init; }

    public required string AsApplication { get; init; }

    /// <summary>The administrator, in the application's database.</summary>
    public required string Administrator { get; init; }

    /// <summary>Where application and database run, and where what loads them does; null when there is one core.</summary>
    public (int Served, int Load)? Cores { get; init; }

    public required int Seconds { get; init; }

    public required int Rounds { get; init; }

    public required int Seed { get; init; }

    /// <summary>After how long the memory of an idle node is read.</summary>
    public required int RestSeconds { get; init; }

    /// <summary>Names of the measures to take; none for all.</summary>
    public required IReadOnlyList<string> Only { get; init; }

    public bool Wants(string measure) => Only.Count == 0 || Only.Contains(measure);

    public static BenchSettings Read(string[] args) => new()
    {
        Name = args[0],
        Application = Variable("SAAS_BENCH_APPLICATION"),
        Folder = Variable("SAAS_BENCH_FOLDER"),
        ReportFolder = Variable("SAAS_BENCH_REPORTS"),
        Commit = Variable("SAAS_BENCH_COMMIT"),
        Owner = Variable("ConnectionStrings__Owner"),
        AsApplication = Variable("ConnectionStrings__Application"),
        Administrator = Variable("ConnectionStrings__Administrator").Replace("Database=postgres", "Database=saas", StringComparison.Ordinal),
        Cores = Environment.ProcessorCount > 1 ? (0, 1) : null,
        Seconds = Number(args, "--seconds", 10),
        Rounds = Number(args, "--rounds", 3),
        Seed = Number(args, "--seed", Random.Shared.Next(1, 1_000_000)),
        RestSeconds = Number(args, "--rest", 60),
        Only = Option(args, "--only")?.Split(',') ?? [],
    };

    private static string Variable(string name) => Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"{name} is not set: use bin/bench.");

    private static int Number(string[] args, string name, int otherwise) => Option(args, name) is { } value ? int.Parse(value, CultureInfo.InvariantCulture) : otherwise;

    private static string? Option(string[] args, string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
}
