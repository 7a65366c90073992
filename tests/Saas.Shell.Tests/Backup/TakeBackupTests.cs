using Saas.Shell.Backup;

namespace Saas.Shell.Tests.Backup;

public sealed class TakeBackupTests
{
    [Fact]
    public async Task A_backup_that_does_not_finish_leaves_nothing_and_a_finished_one_is_never_written_over()
    {
        var platform = new Platform(await TestDatabase.CreateAsync());
        var folder = $"{platform.Folder}-unknown";

        await Assert.ThrowsAsync<InvalidOperationException>(() => TakeAsync(platform, folder, "nulle-part"));
        await Assert.ThrowsAsync<OperationCanceledException>(() => TakeAsync(platform, folder, slug: null, new CancellationToken(canceled: true)));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.GetTempPath(), $"{Path.GetFileName(folder)}*"));

        await TakeAsync(platform, folder);
        await Assert.ThrowsAsync<InvalidOperationException>(() => TakeAsync(platform, folder));
        Assert.Single(Directory.EnumerateFileSystemEntries(Path.GetTempPath(), $"{Path.GetFileName(folder)}*"));
    }

    [Theory]
    [InlineData("tables/shell.tenants.copy.gz")]
    [InlineData("backup.json")]
    public async Task A_backup_with_one_byte_changed_is_refused(string name)
    {
        var platform = new Platform(await TestDatabase.CreateAsync());
        var folder = $"{platform.Folder}-changed";
        await TakeAsync(platform, folder);
        await BackupFolder.OpenAsync(folder, CancellationToken.None);

        var content = await File.ReadAllBytesAsync(Path.Combine(folder, name));
        content[^1] ^= 1;
        await File.WriteAllBytesAsync(Path.Combine(folder, name), content);

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => BackupFolder.OpenAsync(folder, CancellationToken.None));
        Assert.Contains($"{name} of", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_missing_from_the_store_is_told_and_the_rest_is_kept()
    {
        var platform = await Platform.WithCommunesAsync(SaasHost.Claret, SaasHost.Matelles);
        var id = await platform.IdOfAsync(SaasHost.Claret);
        Directory.Delete(Path.Combine(platform.Folder, "files", $"{id:N}"), recursive: true);

        var manifest = await new TakeBackup(platform.Database.Owner, platform.Bytes, TimeProvider.System).RunAsync($"{platform.Folder}-kept", null, CancellationToken.None);

        Assert.StartsWith($"{id:N}/test/", Assert.Single(manifest.Unsound), StringComparison.Ordinal);
        Assert.Single((await BackupFolder.OpenAsync($"{platform.Folder}-kept", CancellationToken.None)).FileKeys);
    }

    [Fact]
    public async Task The_role_that_serves_pages_is_refused_rather_than_shown_fewer_rows()
    {
        var platform = new Platform(await TestDatabase.CreateAsync());

        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => new TakeBackup(platform.Database.Application, platform.Bytes, TimeProvider.System)
            .RunAsync($"{platform.Folder}-no", null, CancellationToken.None));
    }

    private static Task TakeAsync(Platform platform, string folder, string? slug = null, CancellationToken cancel = default) =>
        new TakeBackup(platform.Database.Owner, platform.Bytes, TimeProvider.System).RunAsync(folder, slug, cancel);
}
