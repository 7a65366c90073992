using Microsoft.Extensions.DependencyInjection;
using Saas.Shell.Data;
using Saas.Shell.Files;

namespace Saas.Modules.Platform.Tests.Watching;

public sealed class ListFileUsageTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task The_operator_sees_what_each_commune_keeps()
    {
        const string insee = "34032";
        await Given.CommuneAsync(host, insee);
        await host.InAsync(insee, async services =>
        {
            using var picture = new MemoryStream("%PDF-1.4\n%%EOF\n"u8.ToArray());
            await services.GetRequiredService<IFileStore>().SaveAsync("forms", "plan.pdf", picture, new FileLimits(1_000, ["application/pdf"]), CancellationToken.None);
            await services.GetRequiredService<SaasDbContext>().SaveChangesAsync();
        });

        foreach (var order in new[] { "", "nom", "fichiers" })
        {
            var page = await host.VisitPlatform(signedIn: true).OpenAsync($"/console/fichiers?tri={order}");
            var row = page.QuerySelectorAll("tbody tr").Single(line => line.QuerySelector("a")!.GetAttribute("href") == $"/console/communes/{insee}");
            Assert.Equal("1", row.QuerySelector("td")!.TextContent);
            Assert.DoesNotContain("plan.pdf", page.Body!.TextContent, StringComparison.Ordinal);
        }
    }
}
