using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saas.Shell.Announcements;
using Saas.Shell.Data;

namespace Saas.Modules.Platform.Tests.Announcing;

public sealed class RestoreAnnouncementTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task One_whose_time_has_passed_does_not_come_back()
    {
        var address = await Given.AnnouncementAsync(host, Given.Words());
        var console = host.VisitPlatform(signedIn: true);
        await console.SubmitAsync($"{address}/retirer", "Retirer");
        var id = Guid.Parse(address.Split('/')[^1]);
        await using var scope = host.Application.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SaasDbContext>().Set<Announcement>().Where(announcement => announcement.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(announcement => announcement.EndsAt, DateTimeOffset.UtcNow.AddMinutes(-1)));

        var page = await Browser.ReadAsync(await console.SubmitAsync($"{address}/retablir", "Rétablir"));

        Assert.Contains("Le temps de cette annonce est passé", page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_does_not_exist_does_not_come_back() =>
        Assert.Equal(HttpStatusCode.NotFound, await Given.StatusAsync(host.VisitPlatform(signedIn: true), $"/console/annonces/{Guid.NewGuid()}/retablir"));
}
