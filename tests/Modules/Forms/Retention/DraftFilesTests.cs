using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saas.Shell.Data;
using Saas.Shell.Files;
using Saas.Shell.Jobs;

namespace Saas.Modules.Forms.Tests.Retention;

public sealed class DraftFilesTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task A_file_of_a_draft_that_waits_is_never_swept()
    {
        var form = await host.OpenAsync(SaasHost.Claret, Given.Proof);
        var browser = host.Visit(SaasHost.Claret);
        var page = await browser.OpenAsync($"/demarches/{form.Slug}");
        await browser.SubmitAsync(page, $"/demarches/{form.Slug}", "Joindre ce fichier", [], [new SentFile("Justificatif", "preuve.pdf", Given.Pdf("gardée"))]);
        var file = Assert.Single(await host.DraftsAsync(SaasHost.Claret, form.Id)).Files[0].Id;

        var kept = await host.InAsync(SaasHost.Claret, async services =>
        {
            var files = services.GetRequiredService<SaasDbContext>().Set<StoredFile>().Where(row => row.Id == file);
            await files.ExecuteUpdateAsync(row => row.SetProperty(f => f.ReceivedAt, TimeProvider.System.GetUtcNow().AddDays(-20)));
            await services.GetRequiredKeyedService<ITenantJob>("shell.sweep-files").RunAsync(Guid.CreateVersion7(), CancellationToken.None);
            return await files.AnyAsync();
        });

        Assert.True(kept);
    }
}
