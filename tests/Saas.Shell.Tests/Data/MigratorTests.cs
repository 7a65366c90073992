using Npgsql;
using Saas.Shell.Data;
using Saas.Shell.Web;

namespace Saas.Shell.Tests.Data;

public sealed class MigratorTests
{
    [Fact]
    public async Task A_migration_that_would_wait_for_a_lock_gives_up_and_can_be_run_again()
    {
        var database = await TestDatabase.CreateAsync();
        var folder = Folder("alter table forms.forms add column later text;");
        await using var reader = new NpgsqlConnection(database.Owner);
        await reader.OpenAsync();
        await using var reading = await reader.BeginTransactionAsync();
        await using var read = new NpgsqlCommand("select count(*) from forms.forms", reader);
        await read.ExecuteScalarAsync();
        var migrator = new Migrator(database.Owner, folder) { LongestWait = TimeSpan.FromMilliseconds(200) };

        var late = await Assert.ThrowsAsync<InvalidOperationException>(() => migrator.ApplyAsync(CancellationToken.None));
        Assert.Contains("9999_forms_later.sql waited for a lock", late.Message, StringComparison.Ordinal);

        await reading.RollbackAsync();
        Assert.Equal(["9999_forms_later.sql"], await migrator.ApplyAsync(CancellationToken.None));
        Assert.Empty(await migrator.ApplyAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Two_migrators_at_once_apply_each_file_once()
    {
        var database = await TestDatabase.CreateAsync();
        var folder = Folder("create table forms.later (id uuid); select pg_sleep(0.3);");

        var done = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => new Migrator(database.Owner, folder).ApplyAsync(CancellationToken.None)));

        Assert.Equal("9999_forms_later.sql", Assert.Single(done.SelectMany(names => names)));
    }

    /// <summary>What this version ships, and one migration of the next.</summary>
    internal static string Folder(string later)
    {
        var folder = Directory.CreateTempSubdirectory("migrations").FullName;
        foreach (var path in Directory.EnumerateFiles(ShippedFolders.Migrations))
        {
            File.Copy(path, Path.Combine(folder, Path.GetFileName(path)));
        }

        File.WriteAllText(Path.Combine(folder, "9999_forms_later.sql"), later);
        return folder;
    }
}
