using System.Diagnostics;
using OpenTelemetry;

namespace Saas.Shell.Telemetry;

/// <summary>Of a trace, only what is listed here leaves: no address, no host, no SQL, which names communes and may hold what people wrote.</summary>
internal sealed class NothingPersonal : BaseProcessor<Activity>
{
    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal)
    {
        "http.request.method", "http.response.status_code", "saas.module", "saas.page", "saas.job",
        "db.system", "db.system.name", "db.response.status_code", "error.type",
    };

    public override void OnEnd(Activity data)
    {
        foreach (var tag in data.TagObjects.Where(tag => !Kept.Contains(tag.Key)).ToList())
        {
            data.SetTag(tag.Key, null);
        }
    }
}
