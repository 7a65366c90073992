using Saas.Shell.Web;

namespace Saas.Shell.Tests.Web;

public sealed class MediaAddressTests
{
    [Theory]
    [InlineData("/medias/01920000-0000-7000-8000-000000000001/960.webp", true)]
    [InlineData("/medias/01920000-0000-7000-8000-000000000001/reglement-2026.pdf", true)]
    [InlineData("/medias/01920000-0000-7000-8000-000000000001/../x.pdf", false)]
    [InlineData("/medias/01920000-0000-7000-8000-000000000001/a/b.pdf", false)]
    [InlineData("/medias/01920000-0000-7000-8000-000000000001/x.pdf\n", false)]
    [InlineData("/medias/pas-un-identifiant/960.webp", false)]
    [InlineData("https://claret.fr/medias/01920000-0000-7000-8000-000000000001/960.webp", false)]
    [InlineData(null, false)]
    public void An_address_is_a_path_of_the_library_and_nothing_more(string? written, bool known) =>
        Assert.Equal(known ? written : null, MediaAddress.Of(written)?.ToString());

    [Fact]
    public void A_document_is_no_picture()
    {
        Assert.Null(MediaAddress.OfPicture("/medias/01920000-0000-7000-8000-000000000001/reglement.pdf"));
        Assert.NotNull(MediaAddress.OfPicture("/medias/01920000-0000-7000-8000-000000000001/960.webp"));
    }
}
