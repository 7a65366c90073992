namespace Saas.Shell.Web;

/// <summary>What a module has to say on the back office's home page: the jobs of the day.</summary>
public interface IToday
{
    Task<IReadOnlyList<TodayTask>> ReadAsync(CancellationToken cancel);
}

/// <summary>One job: « 3 demandes à traiter », where it is done, and how it is shown.</summary>
/// <param name="Count">Null for what is not counted.</param>
/// <param name="Done">A step of the first hour stays in the list, ticked, until all are done.</param>
public sealed record TodayTask(string Title, string Detail, string Address, int? Count, TodayKind Kind, bool Done = false);

/// <summary>Why a job is on the home page.</summary>
public enum TodayKind
{
    /// <summary>Work that waits.</summary>
    Waiting,

    /// <summary>A step of setting the commune up.</summary>
    FirstHour,

    /// <summary>Something that does not work and that staff can mend.</summary>
    Broken,
}
