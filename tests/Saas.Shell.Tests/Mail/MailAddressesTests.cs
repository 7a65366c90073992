using Saas.Shell.Mail;

namespace Saas.Shell.Tests.Mail;

public sealed class MailAddressesTests
{
    [Theory]
    [InlineData("rose@example.test", true)]
    [InlineData("éloïse@évian.test", true)]
    [InlineData("rose", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("Rose <rose@example.test>", false)]
    [InlineData("a@b.test,c@d.test", false)]
    [InlineData("rose@example.test\nBcc:x@y.test", false)]
    [InlineData("rose @example.test", false)]
    public void One_address_and_nothing_more(string? typed, bool one) => Assert.Equal(one, MailAddresses.IsOne(typed));
}
