using System.Diagnostics;
using System.Globalization;

namespace Saas.Bench;

/// <summary>commune create --all, at once and with interruptions: the same communes in the end.</summary>
internal static class Founding
{
    private static readonly TimeSpan Goal = TimeSpan.FromMinutes(10);

    public static async Task MeasureAsync(BenchSettings settings, Report report)
    {
        const string Interrupted = "saas_interrupted";
        await using (var server = new Database(settings.Administrator.Replace("Database=saas", "Database=postgres", StringComparison.Ordinal)))
        {
            await server.ExecuteAsync($"create database {Interrupted} template saas owner saas_owner");
        }

        var copy = settings.Owner.Replace("Database=saas", $"Database={Interrupted}", StringComparison.Ordinal);
        var stops = new List<string> { await FoundUntilAsync(settings, copy, 0.2, "KILL"), await FoundUntilAsync(settings, copy, 0.6, "INT"), await FoundUntilAsync(settings, copy, 2, "") };
        var started = Stopwatch.StartNew();
        var last = await FoundUntilAsync(settings, settings.Owner, 2, "");
        var elapsed = started.Elapsed;
        var atOnce = await CountAsync(settings.Owner);
        var resumed = await CountAsync(copy);
        await using (var server = new Database(settings.Administrator.Replace("Database=saas", "Database=postgres", StringComparison.Ordinal)))
        {
            await server.ExecuteAsync($"drop database {Interrupted} with (force)");
        }

        report.Title("Founding every commune");
        report.Table(
            ["bin/commune create --all", "communes", "different INSEE codes", "of the reference data", "took", "goal"],
            ["at once", atOnce.Tenants, atOnce.Codes, atOnce.Reference, $"{elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s", $"< 10 min: {Report.Goal(elapsed < Goal && atOnce.Tenants == atOnce.Reference)}"],
            ["killed, interrupted, then to the end", resumed.Tenants, resumed.Codes, resumed.Reference, "", $"the same: {Report.Goal(resumed == atOnce)}"]);
        report.Say($"Progress said before it was killed: « {stops[0]} »; before it was interrupted: « {stops[1]} »; at the end: « {last} ».");
    }

    /// <summary>Sends the signal once that share is founded, by what the command says; returns the last it said.</summary>
    private static async Task<string> FoundUntilAsync(BenchSettings settings, string owner, double share, string signal)
    {
        var log = Path.Combine(settings.Folder, "founding.log");
        File.Delete(log);
        var process = Programs.Start(settings.Cores?.Served, "dotnet", [settings.Application, "commune", "create", "--all"], log, ("ConnectionStrings__Owner", owner), ("Serilog__MinimumLevel__Default", "Error"), ("Platform__Domain", BenchSettings.Domain));
        while (!process.HasExited)
        {
            if (Said(log).LastOrDefault()?.Split(' ') is [var done, "of", var total, ..]
                && double.Parse(done, CultureInfo.InvariantCulture) >= share * double.Parse(total, CultureInfo.InvariantCulture))
            {
                await Programs.SignalAsync(process, signal);
                break;
            }

            await Task.Delay(20);
        }

        await process.WaitForExitAsync();
        process.Dispose();
        return Said(log).Last();
    }

    /// <summary>Whole lines: the command may be writing the last one.</summary>
    private static string[] Said(string log)
    {
        var text = File.Exists(log) ? File.ReadAllText(log) : "";
        return text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static async Task<Counts> CountAsync(string owner)
    {
        await using var database = new Database(owner);
        return (await database.ListAsync(
            "select count(*), count(distinct insee_code), (select count(*) from shell.reference_communes) from shell.tenants where insee_code is not null",
            row => new Counts(Text(row.GetInt64(0)), Text(row.GetInt64(1)), Text(row.GetInt64(2)))))[0];
    }

    private static string Text(long count) => count.ToString(CultureInfo.InvariantCulture);

    private sealed record Counts(string Tenants, string Codes, string Reference);
}
