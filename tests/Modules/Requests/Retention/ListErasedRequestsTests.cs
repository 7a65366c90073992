using Microsoft.Extensions.DependencyInjection;
using Saas.Modules.Requests.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;

namespace Saas.Modules.Requests.Tests.Retention;

public sealed class ListErasedRequestsTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string Address = "/gestion/demandes/effacements";

    [Fact]
    public async Task Certificates_are_listed_and_leave_as_a_file_that_the_trail_tells_of()
    {
        var mine = await EraseAsync(SaasHost.Claret, "=2+3");
        var theirs = await EraseAsync(SaasHost.Matelles, "Une démarche");
        var staff = host.Visit(SaasHost.Claret, Role.Elected);

        var page = await staff.OpenAsync(Address);
        var csv = await (await staff.SubmitAsync(Address, "Exporter en CSV")).Content.ReadAsStringAsync();

        Assert.Contains(mine, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(theirs, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"{mine};'=2+3;12/01/2020;12/02/2020;3;24 mois;", csv, StringComparison.Ordinal);
        Assert.DoesNotContain(theirs, csv, StringComparison.Ordinal);
        Assert.Contains("d’effacement de demandes", await host.Visit(SaasHost.Claret, Role.Administrator).GetStringAsync("/gestion/journal?sorte=Exports"), StringComparison.Ordinal);
    }

    private async Task<string> EraseAsync(string insee, string procedure)
    {
        var reference = Codes.NewReference();
        await host.InAsync(insee, async services =>
        {
            var db = services.GetRequiredService<SaasDbContext>();
            db.Add(new ErasedRequest
            {
                Id = Guid.CreateVersion7(),
                Reference = reference,
                Procedure = procedure,
                ReceivedAt = new DateTimeOffset(2020, 1, 12, 9, 0, 0, TimeSpan.Zero),
                ClosedAt = new DateTimeOffset(2020, 2, 12, 9, 0, 0, TimeSpan.Zero),
                FileCount = 3,
                Rule = "24 mois",
                ErasedAt = DateTimeOffset.UtcNow,
            });
            await db.SaveChangesAsync();
        });
        return reference;
    }
}
