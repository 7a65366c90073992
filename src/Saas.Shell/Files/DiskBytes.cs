using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using Saas.Shell.Web;

namespace Saas.Shell.Files;

/// <summary>Files under <c>files/tenant/module/id</c> of the data folder.</summary>
internal sealed class DiskBytes(IOptions<DataOptions> data) : IFileBytes
{
    private string Root => Path.Combine(data.Value.Folder, "files");

    public Task KeepAsync(string key, string path, CancellationToken cancel)
    {
        var target = PathOf(key);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Move(path, target);
        return Task.CompletedTask;
    }

    public Task<Stream?> OpenAsync(string key, CancellationToken cancel) => Task.FromResult<Stream?>(File.Exists(PathOf(key))
        ? new FileStream(PathOf(key), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 65_536, useAsync: true)
        : null);

    public Task DeleteAsync(string key, CancellationToken cancel)
    {
        if (File.Exists(PathOf(key)))
        {
            File.Delete(PathOf(key));
        }

        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<KeptBytes> ListAsync(string folder, [EnumeratorCancellation] CancellationToken cancel)
    {
        var root = new DirectoryInfo(PathOf(folder));
        foreach (var file in root.Exists ? root.EnumerateFiles("*", SearchOption.AllDirectories) : [])
        {
            yield return new KeptBytes(Path.GetRelativePath(Root, file.FullName).Replace('\\', '/'), file.LastWriteTimeUtc);
        }

        await Task.CompletedTask;
    }

    private string PathOf(string key) => Path.Combine(Root, key);
}
