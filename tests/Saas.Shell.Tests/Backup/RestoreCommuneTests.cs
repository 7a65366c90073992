using Saas.Shell.Backup;

namespace Saas.Shell.Tests.Backup;

public sealed class RestoreCommuneTests
{
    /// <summary>What the database of this platform numbers, dates and counts by itself.</summary>
    private const string Forget = "update shell.tenants set content_version = 0";

    [Fact]
    public async Task A_damaged_commune_comes_back_and_its_neighbour_does_not_notice()
    {
        var platform = await Platform.WithCommunesAsync(SaasHost.Claret, SaasHost.Matelles);
        var id = await platform.IdOfAsync(SaasHost.Claret);
        var before = await platform.RowsAsync();
        var files = platform.FilesKept();
        var backup = await platform.BackUpAsync(await platform.SlugOfAsync(SaasHost.Claret));
        await platform.ExecuteAsync($"""
            delete from site.versions where tenant_id = '{id}';
            delete from site.contents where tenant_id = '{id}';
            update forms.forms set title = 'Abîmé' where tenant_id = '{id}';
            update shell.tenants set name = 'Abîmée', theme = 'bourg' where id = '{id}';
            delete from shell.stored_files where tenant_id = '{id}';
            delete from shell.audit_entries where tenant_id = '{id}';
            delete from shell.memberships where tenant_id = '{id}';
            update shell.accounts set display_name = 'Renommée depuis' where email = 'maire@34078.test';
            insert into shell.settings (tenant_id, module, values) values ('{id}', 'depuis', '"x"');
            """);
        Directory.Delete(Path.Combine(platform.Folder, "files", $"{id:N}"), recursive: true);

        var restored = await new RestoreCommune(platform.Database.Owner, platform.Files).RunAsync(backup, CancellationToken.None);

        Assert.True(restored.Existed);
        Assert.Equal(files, platform.FilesKept());
        var after = await platform.RowsAsync();

        // Its pages are made again, and an account is the person's, not the commune's.
        Assert.Equal(
            before.Except(after).Select(row => row.Split(' ')[0]).Order(),
            ["shell.accounts", "shell.tenants"]);
        Assert.Contains(after.Except(before), row => row.StartsWith("shell.tenants ", StringComparison.Ordinal) && row.Contains($"{id}", StringComparison.Ordinal) && row.Contains("\"Claret\"", StringComparison.Ordinal));
        Assert.Equal(2, after.Except(before).Count());
    }

    [Fact]
    public async Task A_commune_is_restored_where_it_never_was_and_where_it_has_another_identifier()
    {
        var platform = await Platform.WithCommunesAsync(SaasHost.Claret);
        var id = await platform.IdOfAsync(SaasHost.Claret);
        var backup = await platform.BackUpAsync(await platform.SlugOfAsync(SaasHost.Claret));
        var other = await Platform.WithCommunesAsync(SaasHost.Matelles);

        var first = await new RestoreCommune(other.Database.Owner, other.Files).RunAsync(backup, CancellationToken.None);

        Assert.False(first.Existed);
        Assert.Equal(await OwnedAsync(platform, id), await OwnedAsync(other, id));
        Assert.Contains(platform.FilesKept().Single(), other.FilesKept());
        Assert.Equal(0, await other.AskAsync<long>("select count(*) from shell.accounts where email like '%@34078.test' and (password_hash is not null or is_operator)"));

        var third = await Platform.WithCommunesAsync(SaasHost.Claret);
        var known = await third.IdOfAsync(SaasHost.Claret);

        var second = await new RestoreCommune(third.Database.Owner, third.Files).RunAsync(backup, CancellationToken.None);

        Assert.True(second.Existed);
        Assert.NotEqual(id, known);
        Assert.Equal((await OwnedAsync(platform, id)).Count, (await OwnedAsync(third, known)).Count);
        Assert.Equal(0, await third.AskAsync<long>($"select count(*) from site.contents where tenant_id = '{id}'"));
        Assert.Equal(
            await platform.AskAsync<long>("select count(*) from shell.memberships"),
            await third.AskAsync<long>("select count(*) from shell.memberships m join shell.accounts a on a.id = m.account_id where a.password_hash is not null"));
        Assert.Contains(third.FilesKept(), file => file.StartsWith($"{known:N}/", StringComparison.Ordinal) && file.EndsWith(platform.FilesKept().Single().Split(' ')[1], StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("200022986")]
    [InlineData(null)]
    public async Task A_group_comes_back_with_its_members_where_it_was_and_where_it_never_was(string? siren)
    {
        var platform = await Platform.WithCommunesAsync(SaasHost.Claret);
        var id = Guid.CreateVersion7();
        await platform.ExecuteAsync($"""
            insert into shell.tenants (id, kind, slug, name, siren, state, theme, time_zone, created_at)
                values ('{id}', 'Group', 'groupe', 'Groupe', {(siren is null ? "null" : $"'{siren}'")}, 'Open', 'littoral', 'Europe/Paris', now());
            insert into shell.group_members (tenant_id, commune_code, added_at) values ('{id}', '{SaasHost.Claret}', now()), ('{id}', '34131', now());
            """);
        var backup = await platform.BackUpAsync("groupe");
        await platform.ExecuteAsync($"delete from shell.group_members where tenant_id = '{id}' and commune_code = '34131'; update shell.tenants set name = 'Abîmé' where id = '{id}'");
        var other = await Platform.WithCommunesAsync(SaasHost.Matelles);

        var (first, second) = (
            await new RestoreCommune(platform.Database.Owner, platform.Files).RunAsync(backup, CancellationToken.None),
            await new RestoreCommune(other.Database.Owner, other.Files).RunAsync(backup, CancellationToken.None));

        Assert.Equal((true, false), (first.Existed, second.Existed));
        foreach (var there in new[] { platform, other })
        {
            Assert.Equal("Groupe 2", await there.AskAsync<string>($"select t.name || ' ' || count(*) from shell.tenants t join shell.group_members m on m.tenant_id = t.id where t.id = '{id}' and t.kind = 'Group' group by t.name"));
            Assert.Equal(1, await there.AskAsync<long>("select count(*) from shell.tenants where kind = 'Commune'"));
        }
    }

    [Fact]
    public async Task A_backup_with_rows_of_another_commune_changes_nothing()
    {
        var platform = await Platform.WithCommunesAsync(SaasHost.Claret, SaasHost.Matelles);
        var id = await platform.IdOfAsync(SaasHost.Claret);
        var slug = await platform.SlugOfAsync(SaasHost.Claret);

        // The same tables, the whole platform's rows, and a manifest that says they are one commune's.
        var folder = $"{platform.Folder}-forged";
        var manifest = await new TakeBackup(platform.Database.Owner, platform.Bytes, TimeProvider.System).RunAsync($"{folder}-whole", null, CancellationToken.None);
        await using (var forged = new NewBackup(folder))
        {
            var tables = manifest.Tables.Where(table => table.Name is "shell.tenants" or "shell.accounts" or "site.contents").ToList();
            foreach (var table in tables)
            {
                await forged.AddAsync(table.File, target => File.OpenRead(Path.Combine($"{folder}-whole", table.File)).CopyToAsync(target), CancellationToken.None);
            }

            await forged.FinishAsync(manifest with { Commune = new BackedUpCommune(id, slug, SaasHost.Claret, Siren: null), Tables = tables }, CancellationToken.None);
        }

        var before = await platform.RowsAsync();
        var backup = await BackupFolder.OpenAsync(folder, CancellationToken.None);

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => new RestoreCommune(platform.Database.Owner, platform.Files).RunAsync(backup, CancellationToken.None));

        Assert.Contains("rows of another commune", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await platform.RowsAsync());
    }

    private static async Task<IReadOnlyList<string>> OwnedAsync(Platform platform, Guid id)
    {
        await platform.ExecuteAsync(Forget);
        return (await platform.RowsAsync())
            .Where(row => row.Contains($"\"tenant_id\": \"{id}\"", StringComparison.Ordinal) && !CommuneTables.LeftOut.ContainsKey(row.Split(' ')[0]))
            .ToList();
    }
}
