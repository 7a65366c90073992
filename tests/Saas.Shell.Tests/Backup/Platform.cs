using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;
using Saas.Shell.Backup;
using Saas.Shell.Data;
using Saas.Shell.Files;
using Saas.Shell.Mail;
using Saas.Shell.Provisioning;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Shell.Tests.Backup;

/// <summary>A platform that nothing else uses, with no node running: what is compared stands still.</summary>
public sealed class Platform(TestDatabase database)
{
    public TestDatabase Database { get; } = database;

    public string Folder { get; } = Path.Combine(Path.GetTempPath(), $"{database.Name}-files");

    internal DiskBytes Bytes => new(Data);

    internal RestoreFiles Files => new(Bytes, Data);

    private IOptions<DataOptions> Data => Options.Create(new DataOptions { Folder = Folder });

    /// <summary>With staff, pages, a mail that waits and a file each.</summary>
    public static async Task<Platform> WithCommunesAsync(params string[] codes)
    {
        var host = new SaasHost();
        await host.InitializeAsync();
        var platform = new Platform(await TestDatabase.CreateAsync());
        await using var node = host.AnotherNode(new Dictionary<string, string>
        {
            ["ConnectionStrings:Application"] = platform.Database.Application,
            ["ConnectionStrings:Owner"] = platform.Database.Owner,
            ["Data:Folder"] = platform.Folder,
        });
        await node.Services.GetRequiredService<CommuneFolders>().ApplyBlueprintsAsync(CancellationToken.None);
        foreach (var code in codes)
        {
            await SaasHost.FoundAsync(node.Services, code);
            var tenant = node.Services.GetRequiredService<TenantDirectory>().All.Single(tenant => tenant.InseeCode == code);
            await using var commune = node.Services.GetRequiredService<TenantScopes>().Open(tenant);
            await WriteAsync(commune.ServiceProvider, code);
        }

        // A node notes its last signs of life while it stops.
        await node.DisposeAsync();
        return platform;
    }

    public Task<Guid> IdOfAsync(string code) => AskAsync<Guid>($"select id from shell.tenants where insee_code = '{code}'");

    public Task<string> SlugOfAsync(string code) => AskAsync<string>($"select slug from shell.tenants where insee_code = '{code}'");

    internal async Task<BackupFolder> BackUpAsync(string? slug = null)
    {
        var folder = $"{Folder}-backup-{Guid.NewGuid():N}";
        await new TakeBackup(Database.Owner, Bytes, TimeProvider.System).RunAsync(folder, slug, CancellationToken.None);
        return await BackupFolder.OpenAsync(folder, CancellationToken.None);
    }

    /// <summary>Every row of every table, as text.</summary>
    public async Task<IReadOnlyList<string>> RowsAsync()
    {
        await using var connection = new NpgsqlConnection(Database.Administrator);
        await connection.OpenAsync();
        var found = new List<string>();
        foreach (var table in await DatabaseTable.ReadAsync(connection, CancellationToken.None))
        {
            await using var command = new NpgsqlCommand($"select to_jsonb(t)::text from {table.Name} t order by 1", connection);
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
            {
                found.Add($"{table.Name} {rows.GetString(0)}");
            }
        }

        return found;
    }

    /// <summary>Every file of the store with what is in it.</summary>
    public IReadOnlyList<string> FilesKept() => Directory.EnumerateFiles(Path.Combine(Folder, "files"), "*", SearchOption.AllDirectories)
        .Select(path => $"{Path.GetRelativePath(Path.Combine(Folder, "files"), path)} {Convert.ToHexString(File.ReadAllBytes(path))}")
        .Order(StringComparer.Ordinal)
        .ToList();

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Database.Administrator);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public async Task<TValue> AskAsync<TValue>(string sql)
    {
        await using var connection = new NpgsqlConnection(Database.Administrator);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (TValue)(await command.ExecuteScalarAsync())!;
    }

    private static async Task WriteAsync(IServiceProvider commune, string code)
    {
        var db = commune.GetRequiredService<SaasDbContext>();
        await using var pdf = new MemoryStream(Encoding.UTF8.GetBytes($"%PDF-1.7 délibération de {code}"));
        await commune.GetRequiredService<IFileStore>().SaveAsync("test", "délibération.pdf", pdf, new FileLimits(1_000, [ContentTypes.Pdf]), CancellationToken.None);
        db.Add(OutgoingMail.From(new Saas.Shell.Mail.Mail("habitant@example.org", "Votre demande", ["Bonjour,", "C’est noté."]), new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero)));
        await db.SaveChangesAsync();
    }
}
