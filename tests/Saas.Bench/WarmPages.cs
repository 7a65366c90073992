using System.Globalization;

namespace Saas.Bench;

/// <summary>Home pages that were asked for before, against a bare server that answers the same bytes.</summary>
internal static class WarmPages
{
    private const double Goal = 0.85;

    public static async Task MeasureAsync(BenchSettings settings, Report report, Database owner)
    {
        var communes = await Commune.SomeAsync(owner, 5_000, settings.Seed);
        await using var node = await Node.ApplicationAsync(settings);
        var answers = await Answer.AskAsync(node, communes.Select(commune => commune.Host));
        var file = Path.Combine(settings.Folder, "answers");
        await Answer.WriteAsync(file, answers);
        await using var bare = await Node.BareAsync(settings, file);
        var sets = new[] { 50, communes.Count }.Distinct().Select(count => new Set(count, [.. communes.Take(count).Select(commune => commune.Host)])).ToList();
        foreach (var set in sets)
        {
            // Code is compiled for what it is used for: both servers have run before they are measured.
            await Wrk.ReadAsync(settings, bare, set.Hosts, 3);
            await Wrk.ReadAsync(settings, node, set.Hosts, 3);
        }

        for (var round = 0; round < settings.Rounds; round++)
        {
            foreach (var set in sets)
            {
                set.Bare.Add(await ReadAsync(settings, bare, set));
                set.Node.Add(await ReadAsync(settings, node, set));
            }
        }

        report.Title("Warm pages");
        report.Say($"The home page as browsers ask for it ({Wrk.AcceptEncoding}), {Report.Figure(answers.Values.Average(answer => answer.Body.Length))} bytes on average, {Wrk.Connections} connections. The bare server finds the answer by the host's name and sends the same headers and bytes. Rounds in turn.");
        report.Table([["communes", "server", .. Enumerable.Range(1, settings.Rounds).Select(round => $"round {round}"), "median pages/s", "median latency", "99 %", "processor per page", "allocated per page"], .. sets.SelectMany(Rows)]);
        report.Table([["communes", "application ÷ bare, each round", "median", $"goal ≥ {Goal.ToString(CultureInfo.InvariantCulture)}"], .. sets.Select(Ratio)]);
    }

    private static async Task<Run> ReadAsync(BenchSettings settings, Node node, Set set)
    {
        var before = await node.AllocatedAsync();
        var worked = node.Worked();
        var load = await Wrk.ReadAsync(settings, node, set.Hosts, settings.Seconds);
        worked = node.Worked() - worked;
        var allocated = await node.AllocatedAsync() - before;
        return load.Errors == 0 ? new Run(load, worked / load.Requests, allocated / load.Requests) : throw new InvalidOperationException($"{load.Errors} pages failed.");
    }

    private static IEnumerable<string[]> Rows(Set set) => [Row(set, "bare Kestrel", set.Bare), Row(set, "application", set.Node)];

    private static string[] Row(Set set, string server, List<Run> runs) =>
    [
        Report.Count(set.Count),
        server,
        .. runs.Select(run => Report.Figure(run.Load.PerSecond)),
        Report.Figure(Samples.MedianOf(runs.Select(run => run.Load.PerSecond))),
        Report.Milliseconds(TimeSpan.FromMilliseconds(Samples.MedianOf(runs.Select(run => run.Load.Median.TotalMilliseconds)))),
        Report.Milliseconds(TimeSpan.FromMilliseconds(Samples.MedianOf(runs.Select(run => run.Load.Percentile99.TotalMilliseconds)))),
        $"{Report.Figure(Samples.MedianOf(runs.Select(run => run.Worked.TotalMicroseconds)))} µs",
        $"{Report.Figure(Samples.MedianOf(runs.Select(run => (double)run.Allocated)))} bytes",
    ];

    private static string[] Ratio(Set set)
    {
        var ratios = set.Node.Zip(set.Bare, (node, bare) => node.Load.PerSecond / bare.Load.PerSecond).ToList();
        var median = Samples.MedianOf(ratios);
        return [Report.Count(set.Count), string.Join(", ", ratios.Select(Report.Figure)), Report.Figure(median), Report.Goal(median >= Goal)];
    }

    private sealed record Set(int Count, IReadOnlyList<string> Hosts)
    {
        public List<Run> Bare { get; } = [];

        public List<Run> Node { get; } = [];
    }

    private sealed record Run(Load Load, TimeSpan Worked, long Allocated);
}
