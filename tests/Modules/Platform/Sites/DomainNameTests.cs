using Saas.Modules.Platform.Sites;

namespace Saas.Modules.Platform.Tests.Sites;

public sealed class DomainNameTests
{
    [Theory]
    [InlineData("www.claret.fr", "www.claret.fr")]
    [InlineData(" https://WWW.Claret.fr/actualites?x=1 ", "www.claret.fr")]
    [InlineData("claret.fr.", "claret.fr")]
    [InlineData("saint-clément.fr", "xn--saint-clment-ieb.fr")]
    public void A_domain_is_read_as_it_is_pasted(string typed, string host) =>
        Assert.Equal(host, DomainName.Read(typed, "parvis.localhost").Host);

    [Theory]
    [InlineData(null)]
    [InlineData("claret")]
    [InlineData("10.0.0.1")]
    [InlineData("cla ret.fr")]
    [InlineData("claret..fr")]
    [InlineData("-claret.fr")]
    [InlineData("claret.fr:8080")]
    [InlineData("parvis.localhost")]
    [InlineData("x.parvis.localhost")]
    public void What_is_no_domain_is_refused_with_a_reason(string? typed)
    {
        var (host, refusal) = DomainName.Read(typed, "parvis.localhost");

        Assert.Null(host);
        Assert.NotNull(refusal);
    }
}
