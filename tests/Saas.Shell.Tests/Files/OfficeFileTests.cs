using System.IO.Compression;
using System.Text;
using Saas.Shell.Files;

namespace Saas.Shell.Tests.Files;

public sealed class OfficeFileTests
{
    [Theory]
    [InlineData(ContentTypes.Word, true, "[Content_Types].xml", "word/document.xml")]
    [InlineData(ContentTypes.Excel, true, "[Content_Types].xml", "xl/workbook.xml")]
    [InlineData(ContentTypes.Word, false, "[Content_Types].xml", "xl/workbook.xml")]
    [InlineData(ContentTypes.Word, false, "META-INF/MANIFEST.MF", "Main.class")]
    [InlineData(ContentTypes.Word, false, "[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")]
    [InlineData(ContentTypes.OpenText, false, "content.xml")]
    public async Task A_document_is_what_its_name_announces(string type, bool genuine, params string[] entries) =>
        Assert.Equal(genuine, await OfficeFile.IsGenuineAsync(Archive([.. entries.Select(entry => (entry, "x"))]), type, CancellationToken.None));

    [Fact]
    public async Task An_open_document_says_itself_what_it_is()
    {
        Assert.True(await OfficeFile.IsGenuineAsync(Archive(("mimetype", ContentTypes.OpenSheet)), ContentTypes.OpenSheet, CancellationToken.None));
        Assert.False(await OfficeFile.IsGenuineAsync(Archive(("mimetype", ContentTypes.OpenSheet)), ContentTypes.OpenText, CancellationToken.None));
    }

    [Fact]
    public async Task An_archive_that_does_not_open_is_no_document_and_other_types_are_not_looked_into()
    {
        Assert.False(await OfficeFile.IsGenuineAsync(new MemoryStream("PK\u0003\u0004 no archive"u8.ToArray()), ContentTypes.Word, CancellationToken.None));
        Assert.True(await OfficeFile.IsGenuineAsync(new MemoryStream("%PDF-1.4"u8.ToArray()), ContentTypes.Pdf, CancellationToken.None));
    }

    private static MemoryStream Archive(params (string Name, string Content)[] entries)
    {
        var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return bytes;
    }
}
