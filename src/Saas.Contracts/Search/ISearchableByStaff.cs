namespace Saas.Contracts.Search;

/// <summary>A module whose content staff can search. Answers only what the person may open, best first.</summary>
public interface ISearchableByStaff
{
    /// <param name="typed">What was typed, as it was typed.</param>
    /// <param name="most">How many to answer at most.</param>
    Task<IReadOnlyList<StaffHit>> FindAsync(string typed, int most, CancellationToken cancel);
}

/// <summary>One result of the back office's search: the group it is shown in (« Demandes »), its title, where it is, and what tells it from the others.</summary>
public sealed record StaffHit(string Group, string Title, string Address, string Detail);
