using System.Diagnostics;
using System.Globalization;

namespace Saas.Bench;

/// <summary>Other programs, kept to the core they are measured on.</summary>
internal static class Programs
{
    /// <summary>Runs to the end, and answers what it wrote.</summary>
    public static async Task<string> RunAsync(int? core, string program, IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        var start = Describe(core, program, arguments, environment);
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {await error}{output}");
    }

    /// <summary>Goes on; a shell sends what it writes to the file, so that nobody here has to read it.</summary>
    public static Process Start(int? core, string program, IEnumerable<string> arguments, string log, params (string Name, string Value)[] environment) =>
        Process.Start(Describe(core, "sh", ["-c", "log=$1; shift; exec \"$@\" >\"$log\" 2>&1", "sh", log, program, .. arguments], environment))!;

    /// <summary>As a supervisor would, and outright if that is not enough.</summary>
    public static async Task StopAsync(Process process)
    {
        if (!process.HasExited)
        {
            await SignalAsync(process, "TERM");
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(40));
            try
            {
                await process.WaitForExitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill();
            }
        }

        process.Dispose();
    }

    public static async Task SignalAsync(Process process, string signal) =>
        await RunAsync(null, "kill", [$"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture)]);

    private static ProcessStartInfo Describe(int? core, string program, IEnumerable<string> arguments, (string Name, string Value)[] environment)
    {
        string[] words = core is { } number ? ["taskset", "--cpu-list", number.ToString(CultureInfo.InvariantCulture), program, .. arguments] : [program, .. arguments];
        var start = new ProcessStartInfo(words[0], words[1..]);
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }
}
