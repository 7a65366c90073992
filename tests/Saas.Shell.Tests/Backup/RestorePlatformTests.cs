using Saas.Shell.Backup;
using Saas.Shell.Web;

namespace Saas.Shell.Tests.Backup;

public sealed class RestorePlatformTests
{
    [Fact]
    public async Task A_platform_is_restored_into_a_new_database_row_by_row_and_file_by_file()
    {
        var platform = await Platform.WithCommunesAsync(SaasHost.Claret, SaasHost.Matelles);
        var backup = await platform.BackUpAsync();
        var restored = new Platform(await TestDatabase.CreateEmptyAsync());

        await RestoreAsync(backup, restored);

        Expect(await platform.RowsAsync(), await restored.RowsAsync());
        Expect(platform.FilesKept(), restored.FilesKept());
        Assert.Contains(await restored.RowsAsync(), row => row.StartsWith("shell.data_protection_keys ", StringComparison.Ordinal));
        Assert.False(await restored.AskAsync<bool>("select exists (select from pg_trigger where not tgisinternal and tgenabled <> 'O')"));

        // What is there is never written over, by this backup either.
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => RestoreAsync(backup, restored));
        Assert.Contains("holds communes", refused.Message, StringComparison.Ordinal);
        Expect(await platform.RowsAsync(), await restored.RowsAsync());
    }

    [Fact]
    public async Task A_restore_that_fails_half_way_leaves_no_row_and_can_be_run_again()
    {
        var platform = await Platform.WithCommunesAsync(SaasHost.Claret);
        var backup = await platform.BackUpAsync();
        var restored = new Platform(await TestDatabase.CreateAsync());
        await restored.ExecuteAsync("alter table requests.requests add column later text; alter table forms.forms rename column title to name");

        await Assert.ThrowsAsync<InvalidOperationException>(() => RestoreAsync(backup, restored));
        Assert.Equal(0, await restored.AskAsync<long>("select count(*) from shell.tenants"));

        await restored.ExecuteAsync("alter table forms.forms rename column name to title; alter table requests.requests drop column later");
        await RestoreAsync(backup, restored);
        Expect(await platform.RowsAsync(), await restored.RowsAsync());
    }

    [Fact]
    public async Task A_backup_of_a_version_unknown_here_and_a_database_of_a_later_one_are_refused()
    {
        var platform = new Platform(await TestDatabase.CreateAsync());
        var earlier = await platform.BackUpAsync();
        await platform.ExecuteAsync("insert into shell.migrations (name, hash) values ('9999_shell_later.sql', 'later')");
        var later = await platform.BackUpAsync();

        Assert.Contains("9999_shell_later.sql, which this version does not have", (await Assert.ThrowsAsync<InvalidOperationException>(() => RestoreAsync(later, platform))).Message, StringComparison.Ordinal);
        Assert.Contains("9999_shell_later.sql was applied here", (await Assert.ThrowsAsync<InvalidOperationException>(() => RestoreAsync(earlier, platform))).Message, StringComparison.Ordinal);
    }

    private static Task RestoreAsync(BackupFolder backup, Platform platform) =>
        new RestorePlatform(platform.Database.Owner, ShippedFolders.Migrations, platform.Files).RunAsync(backup, CancellationToken.None);

    private static void Expect(IReadOnlyList<string> expected, IReadOnlyList<string> found)
    {
        Assert.NotEmpty(expected);
        Assert.Equal(expected, found);
    }
}
