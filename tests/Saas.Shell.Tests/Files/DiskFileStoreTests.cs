using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Saas.Shell.Data;
using Saas.Shell.Files;

namespace Saas.Shell.Tests.Files;

public sealed class DiskFileStoreTests(SaasHost host) : IClassFixture<SaasHost>
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
    public async Task A_name_is_shown_and_never_a_path(string sent, string shown) => Assert.Equal(shown, (await ReceiveAsync(sent, APdf)).File?.Name);

    private Task<ReceivedFile> ReceiveAsync(string name, byte[] content) => host.InAsync(SaasHost.Claret, async services =>
    {
        using var stream = new MemoryStream(content);
        var received = await services.GetRequiredService<IFileStore>().SaveAsync("test", name, stream, Limits, CancellationToken.None);
        await services.GetRequiredService<SaasDbContext>().SaveChangesAsync();
        return received;
    });

    private Task<byte[]?> ReadAsync(string insee, Guid id) => host.InAsync(insee, async services =>
    {
        await using var content = await services.GetRequiredService<IFileStore>().OpenAsync(id, CancellationToken.None);
        if (content is null)
        {
            return null;
        }

        using var copy = new MemoryStream();
        await content.CopyToAsync(copy);
        return copy.ToArray();
    });
}
