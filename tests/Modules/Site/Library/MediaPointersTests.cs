using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saas.Shell.Data;
using Saas.Shell.Files;
using Saas.Shell.Identity;
using Saas.Shell.Jobs;

namespace Saas.Modules.Site.Tests.Library;

public sealed class MediaPointersTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task Files_of_the_library_and_of_its_bin_are_never_swept_and_others_are()
    {
        await host.FoundAsync("34082");
        var kept = await Given.PictureAsync(host, "34082");
        var thrown = await Given.PictureAsync(host, "34082");
        await host.Visit("34082", Role.Administrator).SubmitAsync($"{thrown.StaffAddress}/supprimer");

        var left = await host.InAsync("34082", async services =>
        {
            var db = services.GetRequiredService<SaasDbContext>();
            using var lost = new MemoryStream(Samples.Pdf("perdu"));
            await services.GetRequiredService<IFileStore>().SaveAsync("site", "perdu.pdf", lost, new FileLimits(1_000, [ContentTypes.Pdf]), CancellationToken.None);
            await db.SaveChangesAsync();
            await db.Set<StoredFile>().ExecuteUpdateAsync(row => row.SetProperty(file => file.ReceivedAt, TimeProvider.System.GetUtcNow().AddDays(-20)));
            await services.GetRequiredKeyedService<ITenantJob>("shell.sweep-files").RunAsync(Guid.CreateVersion7(), CancellationToken.None);
            return await db.Set<StoredFile>().Select(file => file.Id).ToListAsync();
        });

        Assert.Equal(kept.Files.Concat(thrown.Files).Select(file => file.Id).Order(), left.Order());
    }
}
