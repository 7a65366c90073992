using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Saas.Bench;

/// <summary>Tables, printed as they are known and kept in docs/measures.</summary>
internal sealed class Report(BenchSettings settings)
{
    private readonly StringBuilder _text = new();
    private readonly DateTimeOffset _started = TimeProvider.System.GetLocalNow();

    public void Machine()
    {
        var processor = File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();
        var memory = long.Parse(File.ReadLines("/proc/meminfo").First().Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
        Write($"# bin/bench {settings.Name}, {_started:yyyy-MM-dd}\n");
        Table(
            ["what", "is"],
            ["date", _started.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture)],
            ["commit", settings.Commit],
            ["machine", $"{processor}, {Environment.ProcessorCount} cores, {memory} MB"],
            ["busy before", $"load average {File.ReadAllText("/proc/loadavg").Split(' ')[0]}"],
            ["runtime", RuntimeInformation.FrameworkDescription],
            ["pinned", settings.Cores is var (served, load) ? $"application and database on core {served}, load on core {load}" : "nothing: one core"],
            ["asked", $"{settings.Seconds} s per run, {settings.Rounds} rounds, seed {settings.Seed}"]);
    }

    public void Title(string title) => Write($"## {title}\n");

    public void Say(string sentence) => Write($"{sentence}\n");

    public void Code(string language, string text) => Write($"```{language}\n{text}\n```\n");

    /// <param name="rows">The first one is the header.</param>
    public void Table(params string[][] rows)
    {
        var widths = rows[0].Select((_, column) => rows.Max(row => row[column].Length)).ToArray();
        var lines = rows.Select(row => $"| {string.Join(" | ", row.Select((cell, column) => cell.PadRight(widths[column])))} |").ToList();
        lines.Insert(1, $"|{string.Join("|", widths.Select(width => new string('-', width + 2)))}|");
        Write($"{string.Join('\n', lines)}\n");
    }

    /// <summary>Returns the path; a second run on the same day takes the place of the first.</summary>
    public string Save()
    {
        Directory.CreateDirectory(settings.ReportFolder);
        var file = Path.Combine(settings.ReportFolder, $"{_started:yyyy-MM-dd}-{settings.Name}.md");
        File.WriteAllText(file, _text.ToString().TrimEnd() + "\n");
        return file;
    }

    public static string Figure(double figure) => figure.ToString(figure < 10 ? "0.00" : figure < 100 ? "0.0" : "#,0", CultureInfo.InvariantCulture);

    public static string Count(long count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    public static string Milliseconds(TimeSpan time) => $"{Figure(time.TotalMilliseconds)} ms";

    public static string Goal(bool reached) => reached ? "reached" : "missed";

    private void Write(string text)
    {
        _text.AppendLine(text);
        Console.WriteLine(text);
    }
}
