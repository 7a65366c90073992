using Saas.Shell.Backup;

namespace Saas.Shell.Tests.Backup;

public sealed class DatabaseTableTests
{
    [Fact]
    public void Parents_come_before_children()
    {
        var ordered = DatabaseTable.InOrder([A("entries", "requests", "accounts"), A("requests", "tenants"), A("accounts"), A("tenants")]);

        Assert.Equal(["accounts", "tenants", "requests", "entries"], ordered.Select(table => table.Name));
    }

    [Fact]
    public void Two_tables_that_wait_for_each_other_are_named() =>
        Assert.Contains("a, b", Assert.Throws<InvalidOperationException>(() => DatabaseTable.InOrder([A("a", "b"), A("b", "a")])).Message, StringComparison.Ordinal);

    private static DatabaseTable A(string name, params string[] parents) => new(name, IsWalled: true, ["id"], parents);
}
