namespace Saas.Contracts.Search;

/// <summary>A module whose content visitors can search. Answers only what a visitor may see, best first.</summary>
public interface ISearchable
{
    Task<IReadOnlyList<SearchHit>> FindAsync(string words, int most, CancellationToken cancel);
}

/// <summary>One result: what kind of thing it is (« Démarche »), its title, where it is, and a few words of it without markup.</summary>
public sealed record SearchHit(string Kind, string Title, string Address, string Excerpt, float Rank);
