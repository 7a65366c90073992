using Microsoft.Extensions.DependencyInjection;
using Saas.Modules.Requests.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;

namespace Saas.Modules.Requests.Tests.Retention;

public sealed class ListErasuresTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task What_is_erased_soon_is_shown_with_its_day_and_a_way_to_keep_it()
    {
        var filed = await PlannedAsync(SaasHost.Claret);

        var page = await host.Visit(SaasHost.Claret, Role.Secretary).OpenAsync("/gestion/demandes/conservation");

        var row = page.QuerySelectorAll("tbody tr").Single(line => line.TextContent.Contains(filed.Reference, StringComparison.Ordinal));
        Assert.Contains("02/03/2040", row.TextContent, StringComparison.Ordinal);
        Assert.NotNull(row.QuerySelector($"a[href='{filed.Staff}/conserver']"));
        Assert.Matches(@"^Bientôt effacées \d+$", page.QuerySelector(".tabs a[aria-current=page]")!.TextContent);
    }

    [Fact]
    public async Task Whoever_only_reads_sees_the_list_and_no_act_and_nobody_sees_the_neighbours()
    {
        var mine = await PlannedAsync(SaasHost.Claret);
        var theirs = await PlannedAsync(SaasHost.Matelles);

        var page = await host.Visit(SaasHost.Claret, Role.Elected).OpenAsync("/gestion/demandes/conservation");

        Assert.Contains(mine.Reference, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(theirs.Reference, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("main a[href$='/conserver']"));
        Assert.Null(page.QuerySelector("main a[href='/gestion/demandes/reglages']"));
    }

    private async Task<Filed> PlannedAsync(string insee)
    {
        var filed = await host.FileLongAgoAsync(insee, DateTimeOffset.UtcNow.AddMonths(-3));
        await host.InAsync(insee, async services =>
        {
            var db = services.GetRequiredService<SaasDbContext>();
            db.Add(new PlannedErasure(filed.Id, new DateOnly(2040, 3, 2), default, DateTimeOffset.UtcNow));
            await db.SaveChangesAsync();
        });
        return filed;
    }
}
