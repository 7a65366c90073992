using Saas.Shell.Files;

namespace Saas.Shell.Tests.Files;

public sealed class WebPSizeTests
{
    [Theory]
    [InlineData("VP8X", "00000000 3F0600 1F0300", 1_600, 800)]
    [InlineData("VP8L", "2F 3FC6C700 0000000000", 1_600, 800)]
    [InlineData("VP8 ", "000000 9D012A 4006 2003", 1_600, 800)]
    public void Width_and_height_are_read_in_each_of_the_three_forms(string form, string content, int width, int height) =>
        Assert.Equal(new PictureSize(width, height), WebPSize.Of(WebP(form, content)));

    [Fact]
    public void What_is_no_webp_has_no_size()
    {
        Assert.Null(WebPSize.Of("%PDF-1.4, and more than thirty bytes of it"u8));
        Assert.Null(WebPSize.Of("RIFF"u8));
    }

    private static byte[] WebP(string form, string content) =>
        [.. "RIFF"u8, 0, 0, 0, 0, .. "WEBP"u8, .. System.Text.Encoding.ASCII.GetBytes(form), 10, 0, 0, 0, .. Convert.FromHexString(content.Replace(" ", "", StringComparison.Ordinal))];
}
