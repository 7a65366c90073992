using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Saas.Shell.Data;
using Saas.Shell.Files;
using Saas.Shell.Tests.Servers;

namespace Saas.Shell.Tests.Files;

public sealed class FileStoreTests(SaasHost host) : IClassFixture<SaasHost>
{
    private static readonly FileLimits Limits = new(1_000, [ContentTypes.Pdf, ContentTypes.Png]);

    private static readonly byte[] APdf = Encoding.ASCII.GetBytes("%PDF-1.7 a small document");

    [Fact]
    public async Task A_file_is_given_back_as_it_was_received_with_its_checksum()
    {
        var file = await ReceiveAsync("justificatif.pdf", APdf);

        var back = await ReadAsync(SaasHost.Claret, file.File!.Id);

        Assert.Equal(APdf, back);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(APdf)), file.File.Checksum);
        Assert.Equal(ContentTypes.Pdf, file.File.ContentType);
    }

    [Fact]
    public async Task The_file_of_another_commune_does_not_exist()
    {
        var file = await ReceiveAsync("justificatif.pdf", APdf);

        Assert.Null(await ReadAsync(SaasHost.Matelles, file.File!.Id));
    }

    [Theory]
    [InlineData("gros.pdf", 2_000, "trop lourd")]
    [InlineData("vide.pdf", 0, "est vide")]
    public async Task A_file_out_of_bounds_is_refused_with_the_reason(string name, int size, string reason)
    {
        var content = new byte[size];
        APdf.AsSpan(0, Math.Min(size, APdf.Length)).CopyTo(content);

        var received = await ReceiveAsync(name, content);

        Assert.Null(received.File);
        Assert.Contains(reason, received.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_file_is_comes_from_its_content_not_from_its_name()
    {
        var disguised = await ReceiveAsync("photo.png", Encoding.ASCII.GetBytes("<html><script>alert(1)</script>"));

        Assert.Contains("n’est pas d’un type accepté (PDF, PNG)", disguised.Refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\Users\\moi\\acte.pdf", "acte.pdf")]
    [InlineData("a\u0000\r\nb.pdf", "ab.pdf")]
    [InlineData("", "fichier")]
    [InlineData("..", "fichier")]
    [InlineData("annexe\u202efdp.exe", "annexefdp.exe")]
    [InlineData("<img src=x onerror=alert(1)>.pdf", "<img src=x onerror=alert(1)>.pdf")]
    public async Task A_name_is_shown_and_never_a_path(string sent, string shown) => Assert.Equal(shown, (await ReceiveAsync(sent, APdf)).File?.Name);

    [Fact]
    public async Task Two_hundred_megabytes_go_through_with_the_memory_of_one_buffer()
    {
        const long Size = 200_000_000;
        await host.InAsync(SaasHost.Claret, async services =>
        {
            var store = services.GetRequiredService<IFileStore>();
            await using var content = new EndlessPdf(Size);
            var before = GC.GetTotalAllocatedBytes(precise: true);

            var received = await store.SaveAsync("test", "gros.pdf", content, new FileLimits(Size, [ContentTypes.Pdf]), CancellationToken.None);
            await services.GetRequiredService<SaasDbContext>().SaveChangesAsync();
            await using var back = (await store.OpenAsync(received.File!.Id, CancellationToken.None))!.Content!;
            var checksum = Convert.ToHexStringLower(await SHA256.HashDataAsync(back));

            // Other tests of this process allocate too: a tenth of the file is far above them, and far below a copy of it.
            Assert.Equal(received.File.Checksum, checksum);
            Assert.Equal(Size, received.File.Size);
            Assert.True(content.MostAtOnce <= 1_000_000, $"{content.MostAtOnce} bytes were asked for at once.");
            Assert.True(GC.GetTotalAllocatedBytes(precise: true) - before < Size / 2);
            await services.GetRequiredService<IFileBytes>().DeleteAsync(received.File.Key, CancellationToken.None);
        });
    }

    [Fact]
    public async Task A_file_beyond_the_limit_is_not_read_to_its_end()
    {
        await using var content = new EndlessPdf(10_000_000_000);

        var received = await host.InAsync(SaasHost.Claret, services =>
            services.GetRequiredService<IFileStore>().SaveAsync("test", "infini.pdf", content, Limits, CancellationToken.None));

        Assert.Contains("trop lourd", received.Refusal, StringComparison.Ordinal);
        Assert.True(content.Position < 1_000_000);
    }

    [Fact]
    public async Task What_a_commune_uses_is_counted_as_files_come_and_go()
    {
        var before = await UsageAsync(SaasHost.Matelles);
        var file = await host.InAsync(SaasHost.Matelles, async services =>
        {
            using var stream = new MemoryStream(APdf);
            var received = await services.GetRequiredService<IFileStore>().SaveAsync("test", "compte.pdf", stream, Limits, CancellationToken.None);
            await services.GetRequiredService<SaasDbContext>().SaveChangesAsync();
            return received.File!;
        });
        var with = await UsageAsync(SaasHost.Matelles);

        await host.InAsync(SaasHost.Matelles, services => services.GetRequiredService<SaasDbContext>().Set<StoredFile>().Where(row => row.Id == file.Id).ExecuteDeleteAsync());

        Assert.Equal((before.Files + 1, before.Bytes + APdf.Length), with);
        Assert.Equal(before, await UsageAsync(SaasHost.Matelles));
    }

    [Fact]
    public async Task A_commune_whose_place_is_full_is_told_so()
    {
        var received = await host.InAsync(SaasHost.Claret, async services =>
        {
            using var stream = new MemoryStream(APdf);
            var narrow = ActivatorUtilities.CreateInstance<FileStore>(services, Options.Create(new FilesOptions { MostBytesPerCommune = 1 }));
            return await narrow.SaveAsync("test", "plein.pdf", stream, Limits, CancellationToken.None);
        });

        Assert.Contains("la place réservée à la commune est pleine", received.Refusal, StringComparison.Ordinal);
    }

    private Task<(long Files, long Bytes)> UsageAsync(string insee) => host.InAsync(insee, async services =>
    {
        var tenant = host.Tenant(insee).Id;
        return await services.GetRequiredService<SaasDbContext>().Set<FileUsage>().Where(usage => usage.TenantId == tenant).Select(usage => new { usage.Files, usage.Bytes }).SingleOrDefaultAsync() is { } usage
            ? (usage.Files, usage.Bytes)
            : (0, 0);
    });

    private Task<ReceivedFile> ReceiveAsync(string name, byte[] content) => host.InAsync(SaasHost.Claret, async services =>
    {
        using var stream = new MemoryStream(content);
        var received = await services.GetRequiredService<IFileStore>().SaveAsync("test", name, stream, Limits, CancellationToken.None);
        await services.GetRequiredService<SaasDbContext>().SaveChangesAsync();
        return received;
    });

    private Task<byte[]?> ReadAsync(string insee, Guid id) => host.InAsync(insee, async services =>
    {
        if (await services.GetRequiredService<IFileStore>().OpenAsync(id, CancellationToken.None) is not { Content: { } content })
        {
            return null;
        }

        await using var opened = content;
        using var copy = new MemoryStream();
        await opened.CopyToAsync(copy);
        return copy.ToArray();
    });
}
