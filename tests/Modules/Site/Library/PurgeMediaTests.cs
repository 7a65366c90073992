using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saas.Modules.Site.Library;
using Saas.Modules.Site.Model;
using Saas.Shell.Data;

namespace Saas.Modules.Site.Tests.Library;

public sealed class PurgeMediaTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task After_thirty_days_a_file_is_erased_and_not_before()
    {
        var (old, recent) = (await ThrownAsync(31), await ThrownAsync(29));

        await Given.RunAsync(host, SaasHost.Claret, PurgeMedia.Kind, old);
        await Given.RunAsync(host, SaasHost.Claret, PurgeMedia.Kind, recent);

        Assert.Null(await Given.StoredMediaAsync(host, SaasHost.Claret, old));
        Assert.NotNull(await Given.StoredMediaAsync(host, SaasHost.Claret, recent));
    }

    [Fact]
    public async Task A_file_that_a_text_took_in_the_last_moment_comes_back()
    {
        var media = await ThrownAsync(31);
        await Given.PageAsync(host, SaasHost.Claret, body: $"<figure><img src=\"/medias/{media}/480.webp\" alt=\"x\"></figure>");

        await Given.RunAsync(host, SaasHost.Claret, PurgeMedia.Kind, media);

        Assert.Null((await Given.StoredMediaAsync(host, SaasHost.Claret, media))!.DeletedAt);
    }

    private async Task<Guid> ThrownAsync(int daysAgo)
    {
        var id = (await Given.PictureAsync(host, SaasHost.Claret)).Id;
        await host.InAsync(SaasHost.Claret, async services =>
        {
            var db = services.GetRequiredService<SaasDbContext>();
            (await db.Set<Media>().SingleAsync(media => media.Id == id)).ThrowAway(DateTimeOffset.UtcNow.AddDays(-daysAgo));
            await db.SaveChangesAsync();
        });
        return id;
    }
}
