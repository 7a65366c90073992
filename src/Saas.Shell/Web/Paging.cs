namespace Saas.Shell.Web;

/// <summary>One page of a list.</summary>
/// <param name="Number">From 1.</param>
public sealed record Paging(int Number, int Size, int Total)
{
    public int Pages => Math.Max(1, (int)Math.Ceiling(Total / (double)Size));

    public int Skip => (Number - 1) * Size;

    public int First => Total == 0 ? 0 : Skip + 1;

    public int Last => Math.Min(Total, Skip + Size);

    /// <summary>Whatever number the address asked for, a page that exists.</summary>
    public static Paging Of(int? asked, int size, int total)
    {
        var all = new Paging(1, size, total);
        return all with { Number = Math.Clamp(asked ?? 1, 1, all.Pages) };
    }
}
