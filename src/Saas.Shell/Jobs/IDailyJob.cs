namespace Saas.Shell.Jobs;

/// <summary>Work over the whole platform, once a day whatever the number of nodes. It is in no commune, hence sees the rows of none.</summary>
public interface IDailyJob
{
    Task RunAsync(CancellationToken cancel);
}

/// <summary>The key of a daily job and the time it starts at, in Paris.</summary>
internal sealed record DailyWork(string Name, TimeOnly At);
