using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Requests.Tests.Processing;

public sealed class PrintReceiptTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task The_receipt_on_paper_holds_reference_code_and_where_to_follow_it()
    {
        var file = await host.StoreAsync(SaasHost.Claret, "à imprimer");
        var filed = await host.FileAsync(SaasHost.Claret, Given.ARequest(files: [file]));
        var staff = host.Visit(SaasHost.Claret, Role.Administrator);

        var page = await staff.OpenAsync($"{filed.Staff}/accuse");
        using var opened = await staff.GetAsync(page.QuerySelector("a[href*='/fichiers/']")!.GetAttribute("href")!);

        var words = page.Body!.TextContent;
        Assert.Contains(filed.Reference, words, StringComparison.Ordinal);
        Assert.Contains($"{filed.Code[..4]}\u00a0{filed.Code[4..]}", words, StringComparison.Ordinal);
        Assert.Contains($"{filed.Follow}", words, StringComparison.Ordinal);
        Assert.Contains("article R.\u00a0112-11-1", words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
    }

    [Fact]
    public async Task Another_communes_receipt_does_not_exist_and_an_elected_member_does_not_print_codes()
    {
        var filed = await host.FileAsync(SaasHost.Claret);

        using var elsewhere = await host.Visit(SaasHost.Matelles, Role.Administrator).GetAsync($"{filed.Staff}/accuse");
        using var elected = await host.Visit(SaasHost.Claret, Role.Elected).GetAsync($"{filed.Staff}/accuse");

        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, elected.StatusCode);
    }
}
