namespace Saas.Bench;

/// <summary>bin/bench pages: what one core serves, against what its parts can do.</summary>
internal static class PagesBench
{
    public static async Task RunAsync(BenchSettings settings, Report report)
    {
        await using var owner = new Database(settings.Owner);
        if (settings.Wants("visit"))
        {
            await FirstVisit.MeasureAsync(settings, report);
        }

        if (settings.Wants("warm"))
        {
            await WarmPages.MeasureAsync(settings, report, owner);
        }

        if (settings.Wants("cold"))
        {
            await ColdPages.MeasureAsync(settings, report, owner);
        }

        if (settings.Wants("filing"))
        {
            await Filing.MeasureAsync(settings, report, owner);
        }
    }
}
