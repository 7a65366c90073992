using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Saas.Shell.Telemetry;

/// <summary>What this node counts of its work. A label has a handful of values: never one per commune, person or address.</summary>
internal static class Measures
{
    public const string Name = "Saas";

    public static readonly ActivitySource Activities = new(Name);

    private static readonly Meter Meter = new(Name);

    private static readonly Histogram<double> Pages = Meter.CreateHistogram(
        "saas.page.duration",
        "s",
        "Pages answered, by module, page, method and status",
        tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] });

    private static readonly Counter<long> Mails = Meter.CreateCounter<long>("saas.mail.handovers", "{mail}", "Mails given to the relay, by what became of them");

    private static readonly Counter<long> Jobs = Meter.CreateCounter<long>("saas.job.failures", "{job}", "Jobs that failed and are tried again, by kind");

    public static void Page(string method, string? module, string page, int status, TimeSpan duration)
    {
        if (Pages.Enabled)
        {
            Pages.Record(duration.TotalSeconds, new TagList { { "http.request.method", method }, { "saas.module", module }, { "saas.page", page }, { "http.response.status_code", status } });
        }
    }

    public static void MailHandedOver(string result) => Mails.Add(1, new KeyValuePair<string, object?>("saas.result", result));

    public static void JobFailed(string kind) => Jobs.Add(1, new KeyValuePair<string, object?>("saas.job", kind));

    public static void Watch(Func<double> queueAge, Func<long> queueLength)
    {
        Meter.CreateObservableGauge("saas.queue.age", queueAge, "s", "How long the oldest work that is due has been waiting");
        Meter.CreateObservableGauge("saas.queue.length", queueLength, "{job}", "Work that is due");
    }
}
