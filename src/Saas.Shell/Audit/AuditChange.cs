using System.Text.Json.Serialization;

namespace Saas.Shell.Audit;

/// <summary>One thing that an act changed. Neither value: it changed, and what it holds is too long or not to be shown.</summary>
public sealed record AuditChange(string What, string? Before, string? After)
{
    private const int Longest = 200;

    [JsonIgnore]
    public bool HasValues => Before is not null || After is not null;

    /// <summary>Of several things, those that are no longer what they were.</summary>
    public static IReadOnlyList<AuditChange> Among(params IEnumerable<(string What, string? Before, string? After)> things) =>
        [.. things.Where(thing => (thing.Before ?? "") != (thing.After ?? "")).Select(thing => new AuditChange(thing.What, Cut(thing.Before), Cut(thing.After)))];

    /// <summary>A long text: that it changed is kept, not its words.</summary>
    public static IReadOnlyList<AuditChange> OfText(string what, string? before, string? after) =>
        before == after ? [] : [new AuditChange(what, null, null)];

    private static string? Cut(string? value) =>
        string.IsNullOrEmpty(value) ? null : value.Length <= Longest ? value : $"{value[..Longest]}…";
}
