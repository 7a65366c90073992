using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;

namespace Saas.Bench;

/// <summary>PostgreSQL's own measure: the same statements from its own client, as the application's role, behind the same walls.</summary>
internal static partial class PgBench
{
    /// <summary>Transactions per second of these scripts, chosen at random.</summary>
    /// <param name="protocol">simple, extended or prepared.</param>
    public static async Task<double> RunAsync(BenchSettings settings, IReadOnlyList<string> scripts, string protocol, int clients, int seconds)
    {
        var connection = new NpgsqlConnectionStringBuilder(settings.AsApplication);
        var files = new List<string>();
        for (var at = 0; at < scripts.Count; at++)
        {
            files.Add(Path.Combine(settings.Folder, $"script-{at}.sql"));
            await File.WriteAllTextAsync(files[at], scripts[at]);
        }

        var output = await Programs.RunAsync(
            settings.Cores?.Load,
            "pgbench",
            [
                "--no-vacuum", "--host", connection.Host!, "--port", Number(connection.Port), "--username", connection.Username!, "--client", Number(clients), "--jobs", "1",
                "--time", Number(seconds), "--protocol", protocol, .. files.SelectMany(file => new[] { "--file", file }), connection.Database!,
            ],
            ("PGPASSWORD", connection.Password!),
            ("PGGSSENCMODE", "disable"));
        return double.Parse(Rate().Match(output).Groups[1].Value, CultureInfo.InvariantCulture);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"tps = ([\d.]+)")]
    private static partial Regex Rate();
}
