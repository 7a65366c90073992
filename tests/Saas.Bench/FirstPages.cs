using System.Diagnostics;
using System.Net;

namespace Saas.Bench;

/// <summary>From the start of a node that knows every commune: when it is ready, how fast a page that nobody asked for before comes, how much memory stays.</summary>
internal static class FirstPages
{
    private const int Pages = 500;
    private const int MostBytes = 400_000_000;
    private static readonly TimeSpan Ready = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Median = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan Percentile99 = TimeSpan.FromMilliseconds(400);

    public static async Task MeasureAsync(BenchSettings settings, Report report, Database owner)
    {
        var communes = await Commune.SomeAsync(owner, Pages, settings.Seed);
        await using var node = await Node.ApplicationAsync(settings);
        var start = await node.ResidentAsync();
        var times = new List<TimeSpan>();
        foreach (var commune in communes)
        {
            using var visitor = node.Visit(commune.Host);
            var started = Stopwatch.GetTimestamp();
            var html = await visitor.GetStringAsync("/");
            times.Add(Stopwatch.GetElapsedTime(started));
            if (!WebUtility.HtmlDecode(html).Contains(commune.Name, StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"The page of {commune.Slug} does not name {commune.Name}.");
            }
        }

        var after = await node.ResidentAsync();
        await Task.Delay(TimeSpan.FromSeconds(settings.RestSeconds));
        var rested = await node.ResidentAsync();
        var samples = new Samples(times);
        report.Title("From the start");
        report.Table(
            ["with all of them", "measured", "goal"],
            ["from start to ready", $"{Report.Figure(node.ReadyAfter.TotalSeconds)} s", $"< {Report.Figure(Ready.TotalSeconds)} s: {Report.Goal(node.ReadyAfter < Ready)}"],
            [$"home page never visited, median of {samples.Count} (seed {settings.Seed})", Report.Milliseconds(samples.Median), $"< {Report.Milliseconds(Median)}: {Report.Goal(samples.Median < Median)}"],
            ["the same, 99 %", Report.Milliseconds(samples.Percentile99), $"< {Report.Milliseconds(Percentile99)}: {Report.Goal(samples.Percentile99 < Percentile99)}"],
            ["the first of all", Report.Milliseconds(times[0]), ""],
            ["the slowest", Report.Milliseconds(samples.Longest), ""],
            ["VmRSS once ready", $"{Report.Figure(start / 1e6)} MB", ""],
            ["VmRSS after the pages", $"{Report.Figure(after / 1e6)} MB", ""],
            [$"VmRSS {settings.RestSeconds} s later", $"{Report.Figure(rested / 1e6)} MB", $"< {Report.Figure(MostBytes / 1e6)} MB: {Report.Goal(rested < MostBytes)}"]);
        report.Say("Every body named its commune.");
    }
}
