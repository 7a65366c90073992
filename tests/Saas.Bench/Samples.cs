namespace Saas.Bench;

/// <summary>Times of one thing done many times.</summary>
internal sealed class Samples(IEnumerable<TimeSpan> times)
{
    private readonly TimeSpan[] _sorted = [.. times.Order()];

    public int Count => _sorted.Length;

    public TimeSpan Median => At(0.5);

    public TimeSpan Percentile99 => At(0.99);

    public TimeSpan Longest => _sorted[^1];

    public static double MedianOf(IEnumerable<double> figures)
    {
        var sorted = figures.Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>The smallest time that this share of all does not exceed.</summary>
    private TimeSpan At(double share) => _sorted[Math.Max(0, (int)Math.Ceiling(share * _sorted.Length) - 1)];
}
