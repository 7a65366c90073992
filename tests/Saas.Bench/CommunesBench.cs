namespace Saas.Bench;

/// <summary>bin/bench communes: every commune of France on one machine.</summary>
internal static class CommunesBench
{
    public static async Task RunAsync(BenchSettings settings, Report report)
    {
        if (settings.Wants("founding"))
        {
            await Founding.MeasureAsync(settings, report);
        }

        await using var owner = new Database(settings.Owner);
        if (settings.Wants("start"))
        {
            await FirstPages.MeasureAsync(settings, report, owner);
        }

        if (settings.Wants("console"))
        {
            await ConsoleLists.MeasureAsync(settings, report);
        }

        if (settings.Wants("nodes"))
        {
            await TwoNodes.MeasureAsync(settings, report, owner);
        }
    }
}
