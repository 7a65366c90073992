using Microsoft.AspNetCore.Http.Extensions;
using Saas.Shell.Search;
using Saas.Shell.Web;

namespace Saas.Shell.Audit;

/// <summary>Which entries of a trail are asked for, as written in the address of its page. An unknown word asks for nothing.</summary>
/// <param name="Site">On the platform only: a commune's trail is of one site.</param>
public sealed record AuditFilter(string? Person, AuditKind? Kind, DateOnly? From, DateOnly? To, string? Words, Guid? Site = null)
{
    public bool IsNarrow => Site is not null || !string.IsNullOrWhiteSpace(Person) || Kind is not null || From is not null || To is not null || !string.IsNullOrWhiteSpace(Words);

    public string AddressOf(string page, int number = 1)
    {
        var query = new QueryBuilder();
        Add(query, "qui", Person);
        Add(query, "sorte", Kind?.ToString());
        Add(query, "du", From?.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        Add(query, "au", To?.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        Add(query, "q", Words);
        Add(query, "site", Site?.ToString());
        Add(query, "p", number > 1 ? number.ToString(System.Globalization.CultureInfo.InvariantCulture) : null);
        return page + query;
    }

    /// <summary>Newest first.</summary>
    /// <param name="entries">All of a trail.</param>
    /// <param name="instantOf">The instant at which the clocks of the place show a time.</param>
    public IQueryable<TEntry> In<TEntry>(IQueryable<TEntry> entries, Func<DateTime, DateTimeOffset> instantOf)
        where TEntry : class, IAuditEntry
    {
        ArgumentNullException.ThrowIfNull(instantOf);
        if (!string.IsNullOrWhiteSpace(Person))
        {
            entries = entries.Where(entry => entry.Person == Person);
        }

        if (Kind is { } kind)
        {
            entries = entries.Where(entry => entry.Kind == kind);
        }

        if (From is { } from)
        {
            var first = instantOf(from.ToDateTime(TimeOnly.MinValue));
            entries = entries.Where(entry => entry.At >= first);
        }

        if (To is { } to && to < DateOnly.MaxValue)
        {
            var end = instantOf(to.AddDays(1).ToDateTime(TimeOnly.MinValue));
            entries = entries.Where(entry => entry.At < end);
        }

        foreach (var word in SearchWords.Split(Words))
        {
            entries = entries.Where(entry => entry.SearchText.Contains(word));
        }

        return entries.OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id);
    }

    /// <summary>« Jeanne Martin, du 01/11/2026 au 22/11/2026 ».</summary>
    public string InWords
    {
        get
        {
            var said = new List<string>();
            Say(said, Person);
            Say(said, Site is null ? null : "un seul site");
            Say(said, Kind?.Title());
            Say(said, From is { } from ? $"depuis le {French.ShortDay(from)}" : null);
            Say(said, To is { } to ? $"jusqu’au {French.ShortDay(to)}" : null);
            Say(said, string.IsNullOrWhiteSpace(Words) ? null : $"« {Words.Trim()} »");
            return said.Count == 0 ? "tout le journal" : string.Join(", ", said);
        }
    }

    private static void Add(QueryBuilder query, string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            query.Add(name, value);
        }
    }

    private static void Say(List<string> said, string? words)
    {
        if (!string.IsNullOrWhiteSpace(words))
        {
            said.Add(words);
        }
    }
}
