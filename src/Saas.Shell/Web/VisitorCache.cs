namespace Saas.Shell.Web;

/// <summary>
/// A page that is the same for every visitor and holds no POST form: rendered once per content version of its commune.
/// Query keys that change the page are named; all others are ignored.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SameForEveryVisitorAttribute(params string[] queryKeys) : Attribute
{
    public IReadOnlyList<string> QueryKeys { get; } = queryKeys;
}

/// <summary>Lets what is rendered say until when it stays true: the next opening hour, publication or event.</summary>
public sealed class VisitorCache
{
    internal DateTimeOffset? Until { get; private set; }

    public void TrueUntil(DateTimeOffset instant) => Until = Until is { } known && known < instant ? known : instant;
}
