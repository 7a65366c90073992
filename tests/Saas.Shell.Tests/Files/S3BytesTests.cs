using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Saas.Shell.Data;
using Saas.Shell.Files;
using Saas.Shell.Tests.Servers;

namespace Saas.Shell.Tests.Files;

public sealed class S3BytesTests(SaasHost host) : IClassFixture<SaasHost>
{
    private static readonly Lazy<Task<NodeServer>> Store = new(() => NodeServer.StartAsync("s3.mjs"));

    [Fact]
    public async Task A_file_goes_to_the_store_and_comes_back_as_it_was()
    {
        const long Size = 20_000_000;
        using var bytes = await BytesAsync();

        await host.InAsync(SaasHost.Claret, async services =>
        {
            var files = ActivatorUtilities.CreateInstance<FileStore>(services, bytes);
            await using var content = new EndlessPdf(Size);

            var received = await files.SaveAsync("test", "acte.pdf", content, new FileLimits(Size, [ContentTypes.Pdf]), CancellationToken.None);
            await services.GetRequiredService<SaasDbContext>().SaveChangesAsync();
            await using var back = (await files.OpenAsync(received.File!.Id, CancellationToken.None))!.Content!;

            Assert.Equal(received.File.Checksum, Convert.ToHexStringLower(await SHA256.HashDataAsync(back)));
        });
    }

    [Fact]
    public async Task What_a_folder_holds_can_be_listed_and_deleted()
    {
        using var bytes = await BytesAsync();
        foreach (var key in new[] { "liste/a/1", "liste/b/2", "ailleurs/a/3" })
        {
            await KeepAsync(bytes, key);
        }

        var listed = await bytes.ListAsync("liste/", CancellationToken.None).ToListAsync();
        await bytes.DeleteAsync("liste/a/1", CancellationToken.None);

        Assert.Equal(["liste/a/1", "liste/b/2"], listed.Select(kept => kept.Key).Order());
        Assert.All(listed, kept => Assert.True(kept.KeptAt > TimeProvider.System.GetUtcNow().AddMinutes(-10)));
        Assert.Null(await bytes.OpenAsync("liste/a/1", CancellationToken.None));
        await using var kept = await bytes.OpenAsync("liste/b/2", CancellationToken.None);
        Assert.NotNull(kept);
    }

    private static async Task KeepAsync(S3Bytes bytes, string key)
    {
        var path = Path.GetTempFileName();
        await File.WriteAllTextAsync(path, key, Encoding.UTF8);
        await bytes.KeepAsync(key, path, CancellationToken.None);
        File.Delete(path);
    }

    private static async Task<S3Bytes> BytesAsync() => new(Options.Create(new FilesOptions
    {
        S3 = $"http://127.0.0.1:{(await Store.Value).Port}",
        Bucket = "parvis",
        AccessKey = "S3RVER",
        SecretKey = "S3RVER",
    }));
}
