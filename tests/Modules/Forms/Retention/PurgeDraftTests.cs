using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saas.Modules.Forms.Retention;
using Saas.Shell.Data;
using Saas.Shell.Files;
using Saas.Shell.Jobs;

namespace Saas.Modules.Forms.Tests.Retention;

public sealed class PurgeDraftTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task A_draft_is_due_thirty_days_later_and_leaves_nothing_behind()
    {
        var form = await host.OpenAsync(SaasHost.Claret, Given.Proof);
        var browser = host.Visit(SaasHost.Claret);
        var page = await browser.OpenAsync($"/demarches/{form.Slug}");
        await browser.SubmitAsync(page, $"/demarches/{form.Slug}", "Joindre ce fichier", [], [new SentFile("Justificatif", "preuve.pdf", Given.Pdf("oubliée"))]);
        var draft = Assert.Single(await host.DraftsAsync(SaasHost.Claret, form.Id));

        var due = await host.InAsync(SaasHost.Claret, services => services.GetRequiredService<SaasDbContext>().Set<DueWork>().SingleAsync(work => work.Kind == PurgeDraft.Kind && work.Id == draft.Id));
        await host.InAsync(SaasHost.Claret, services => services.GetRequiredKeyedService<ITenantJob>(PurgeDraft.Kind).RunAsync(draft.Id, CancellationToken.None));

        Assert.Equal(30, (due.DueAt - draft.StartedAt).TotalDays, tolerance: 0.01);
        Assert.Empty(await host.DraftsAsync(SaasHost.Claret, form.Id));
        Assert.False(await host.InAsync(SaasHost.Claret, services => services.GetRequiredService<SaasDbContext>().Set<StoredFile>().AnyAsync(file => file.Id == draft.Files[0].Id)));
    }

    [Fact]
    public async Task A_purge_run_for_one_commune_leaves_the_other_alone()
    {
        var form = await host.OpenAsync(SaasHost.Matelles, Given.Name);
        await host.Visit(SaasHost.Matelles).SubmitAsync($"/demarches/{form.Slug}", "Enregistrer le brouillon", ("Votre nom", "Léa"));
        var draft = Assert.Single(await host.DraftsAsync(SaasHost.Matelles, form.Id));

        await host.InAsync(SaasHost.Claret, services => services.GetRequiredKeyedService<ITenantJob>(PurgeDraft.Kind).RunAsync(draft.Id, CancellationToken.None));

        Assert.Single(await host.DraftsAsync(SaasHost.Matelles, form.Id));
    }
}
