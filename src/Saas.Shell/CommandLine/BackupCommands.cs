using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Saas.Shell.Backup;
using Saas.Shell.Files;
using Saas.Shell.Web;

namespace Saas.Shell.CommandLine;

internal static class BackupCommands
{
    public static async Task<int> BackupAsync(IServiceProvider services, string owner, string? folder, string? commune, CancellationToken cancel)
    {
        var clock = services.GetRequiredService<TimeProvider>();
        folder ??= Path.Combine(services.GetRequiredService<IOptions<DataOptions>>().Value.Folder, "backups", $"{commune ?? "platform"}-{clock.GetUtcNow():yyyyMMdd'T'HHmmss'Z'}");
        var manifest = await new TakeBackup(owner, services.GetRequiredService<IFileBytes>(), clock).RunAsync(folder, commune, cancel);
        Console.WriteLine(Path.GetFullPath(folder));
        foreach (var key in manifest.Unsound)
        {
            await Console.Error.WriteLineAsync($"files/{key} is missing from the store, or is not what was received.");
        }

        return manifest.Unsound.Count == 0 ? 0 : 1;
    }

    public static async Task<int> RestoreAsync(IServiceProvider services, string owner, string folder, CancellationToken cancel)
    {
        var backup = await BackupFolder.OpenAsync(folder, cancel);
        var files = new RestoreFiles(services.GetRequiredService<IFileBytes>(), services.GetRequiredService<IOptions<DataOptions>>());
        if (backup.Contents.Commune is null)
        {
            Console.WriteLine($"The platform as it was at {backup.Contents.TakenAt:u}, {await new RestorePlatform(owner, ShippedFolders.Migrations, files).RunAsync(backup, cancel)} files.");
        }
        else
        {
            var restored = await new RestoreCommune(owner, files).RunAsync(backup, cancel);
            Console.WriteLine($"{restored.Slug} as it was at {backup.Contents.TakenAt:u}, {(restored.Existed ? "in the place of what it was" : "which was not here")}, {restored.Files} files.");
        }

        return 0;
    }
}
