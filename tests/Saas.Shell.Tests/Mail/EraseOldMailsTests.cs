using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saas.Shell.Data;
using Saas.Shell.Jobs;
using Saas.Shell.Mail;

namespace Saas.Shell.Tests.Mail;

public sealed class EraseOldMailsTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task After_a_month_the_text_is_gone_and_after_a_year_the_trace()
    {
        var recent = await AMailSentAsync(SaasHost.Claret, daysAgo: 29);
        var old = await AMailSentAsync(SaasHost.Claret, daysAgo: 31);
        var older = await AMailSentAsync(SaasHost.Claret, daysAgo: 366);

        await EraseAsync(SaasHost.Claret);

        Assert.NotEmpty((await FindAsync(SaasHost.Claret, recent))!.Paragraphs);
        Assert.Empty((await FindAsync(SaasHost.Claret, old))!.Paragraphs);
        Assert.NotNull((await FindAsync(SaasHost.Claret, old))!.ErasedAt);
        Assert.Null(await FindAsync(SaasHost.Claret, older));
    }

    [Fact]
    public async Task A_mail_that_still_waits_to_leave_keeps_its_text()
    {
        var waiting = await host.InAsync(SaasHost.Claret, async services =>
        {
            var mail = OutgoingMail.From(new Saas.Shell.Mail.Mail("attend@example.test", "Objet", ["Texte"]), TimeProvider.System.GetUtcNow().AddDays(-40));
            services.GetRequiredService<SaasDbContext>().Add(mail);
            await services.GetRequiredService<SaasDbContext>().SaveChangesAsync();
            return mail.Id;
        });

        await EraseAsync(SaasHost.Claret);

        Assert.NotEmpty((await FindAsync(SaasHost.Claret, waiting))!.Paragraphs);
    }

    [Fact]
    public async Task The_mails_of_another_commune_are_left_alone_and_the_next_night_is_planned()
    {
        var neighbours = await AMailSentAsync(SaasHost.Matelles, daysAgo: 31);
        await AMailSentAsync(SaasHost.Claret, daysAgo: 31);

        await EraseAsync(SaasHost.Claret);
        await EraseAsync(SaasHost.Claret);

        Assert.NotEmpty((await FindAsync(SaasHost.Matelles, neighbours))!.Paragraphs);
        var planned = await host.InAsync(SaasHost.Claret, services => services.GetRequiredService<SaasDbContext>().Set<DueWork>()
            .Where(work => work.Kind == EraseOldMails.Kind && work.TenantId == host.Tenant(SaasHost.Claret).Id && work.DueAt > TimeProvider.System.GetUtcNow())
            .ToListAsync());
        Assert.Single(planned);
    }

    private Task EraseAsync(string insee) => host.InAsync(insee, services =>
        services.GetRequiredKeyedService<ITenantJob>(EraseOldMails.Kind).RunAsync(Guid.CreateVersion7(), CancellationToken.None));

    private Task<Guid> AMailSentAsync(string insee, int daysAgo) => host.InAsync(insee, async services =>
    {
        var then = TimeProvider.System.GetUtcNow().AddDays(-daysAgo);
        var mail = OutgoingMail.From(new Saas.Shell.Mail.Mail("trace@example.test", "Objet", ["Texte"]), then);
        mail.MarkSent(then);
        services.GetRequiredService<SaasDbContext>().Add(mail);
        await services.GetRequiredService<SaasDbContext>().SaveChangesAsync();
        return mail.Id;
    });

    private Task<OutgoingMail?> FindAsync(string insee, Guid id) => host.InAsync(insee, services =>
        services.GetRequiredService<SaasDbContext>().Set<OutgoingMail>().AsNoTracking().SingleOrDefaultAsync(mail => mail.Id == id));
}
