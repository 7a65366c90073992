namespace Saas.ArchitectureTests;

/// <summary>Shows every violation in full, where xUnit would cut the list.</summary>
internal static class Expect
{
    public static void None(IEnumerable<string> violations)
    {
        var found = violations.ToList();
        Assert.True(found.Count == 0, string.Join('\n', found));
    }
}
