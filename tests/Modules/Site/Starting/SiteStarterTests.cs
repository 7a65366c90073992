using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saas.Modules.Site.Model;
using Saas.Shell.Data;
using Saas.Shell.Provisioning;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Tests.Starting;

[Collection("town hall")]
public sealed class SiteStarterTests(SaasHost host)
{
    private const string SaintClement = "34247";

    [Fact]
    public async Task Applied_again_a_folder_changes_nothing_and_leaves_alone_what_staff_wrote_or_deleted()
    {
        await Given.PreparingCommuneAsync(host, SaintClement);
        await ApplyAsync();
        var first = host.Tenant(SaintClement).ContentVersion;

        await ApplyAsync();
        Assert.Equal(first, host.Tenant(SaintClement).ContentVersion);

        await host.InAsync(SaintClement, async services =>
        {
            var db = services.GetRequiredService<SaasDbContext>();
            (await db.Pages.SingleAsync(page => page.Slug == "se-deplacer")).Write(new PageWording("Nos bus", "<p>À nous.</p>", MenuOrder: null), "Secrétaire", DateTimeOffset.UtcNow);
            (await db.News.SingleAsync(item => item.Slug == "don-du-sang")).ThrowAway(DateTimeOffset.UtcNow);
            await db.SaveChangesAsync();
        });
        await ApplyAsync();

        var (title, deleted) = await host.InAsync(SaintClement, async services =>
        {
            var db = services.GetRequiredService<SaasDbContext>();
            return ((await db.Pages.SingleAsync(page => page.Slug == "se-deplacer")).Title, !await db.News.AnyAsync(item => item.Slug == "don-du-sang"));
        });
        Assert.Equal("Nos bus", title);
        Assert.True(deleted);
    }

    [Fact]
    public async Task Settings_staff_saved_stay_when_the_folder_is_applied_again()
    {
        await Given.PreparingCommuneAsync(host, SaintClement);
        await ApplyAsync();
        var hall = await Given.TownHallAsync(host, SaintClement);
        await Given.TownHallAsync(host, SaintClement, hall with { Tagline = "Notre phrase", WrittenByStaff = true });

        await ApplyAsync();

        Assert.Equal("Notre phrase", (await Given.TownHallAsync(host, SaintClement)).Tagline);
        await Given.TownHallAsync(host, SaintClement, hall);
    }

    [Fact]
    public async Task Every_folder_of_tenants_can_be_applied()
    {
        foreach (var folder in ShippedFolders.Tenants.EnumerateDirectories().Where(folder => folder.Name[0] != '_' && folder.Name != "claret" && folder.Name != "les-matelles"))
        {
            var tenant = await host.Application.Services.GetRequiredService<CommuneFolders>().ApplyAsync(folder, CancellationToken.None);

            Assert.Equal(TenantState.Open, tenant.State);
        }
    }

    private async Task ApplyAsync() => await host.Application.Services.GetRequiredService<CommuneFolders>()
        .ApplyAsync(new DirectoryInfo(Path.Combine(ShippedFolders.Tenants.FullName, "saint-clement-de-riviere")), CancellationToken.None);
}
