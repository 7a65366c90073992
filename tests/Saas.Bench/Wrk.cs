using System.Globalization;

namespace Saas.Bench;

/// <summary>The load, from wrk on a core of its own.</summary>
internal static class Wrk
{
    /// <summary>What browsers send.</summary>
    public const string AcceptEncoding = "gzip, deflate, br";

    public const int Connections = 16;

    /// <summary>Asks for the home pages of these hosts in turn.</summary>
    public static async Task<Load> ReadAsync(BenchSettings settings, Node node, IEnumerable<string> hosts, int seconds)
    {
        var list = Path.Combine(settings.Folder, "hosts");
        await File.WriteAllLinesAsync(list, hosts.Select(host => $"{host}:{node.Port}"));
        return await RunAsync(settings, node, seconds, "load.lua", list, "/", AcceptEncoding);
    }

    public static async Task<Load> RunAsync(BenchSettings settings, Node node, int seconds, string script, params string[] words)
    {
        var output = await Programs.RunAsync(settings.Cores?.Load, "wrk",
        [
            "--threads", "1", "--connections", Connections.ToString(CultureInfo.InvariantCulture), "--duration", $"{seconds}s", "--timeout", "10s",
            "--script", Path.Combine(AppContext.BaseDirectory, script), $"http://127.0.0.1:{node.Port}", "--", .. words,
        ]);
        var figures = output.Split('\n').Single(line => line.StartsWith("figures ", StringComparison.Ordinal)).Split(' ')[1..].Select(figure => double.Parse(figure, CultureInfo.InvariantCulture)).ToArray();
        return new Load((long)figures[0], figures[1] / 1_000_000, (long)figures[2], (long)figures[3], TimeSpan.FromMicroseconds(figures[4]), TimeSpan.FromMicroseconds(figures[5]));
    }
}

/// <summary>What wrk counted.</summary>
internal sealed record Load(long Requests, double Seconds, long Bytes, long Errors, TimeSpan Median, TimeSpan Percentile99)
{
    public double PerSecond => Requests / Seconds;
}
