using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saas.Shell.Data;
using Saas.Shell.Mail;

namespace Saas.Modules.Mails.Tests;

/// <summary>Mails in each state, in no queue: no node takes them.</summary>
internal static class Given
{
    public static Task<OutgoingMail> ARefusedMailAsync(this SaasHost host, string to, string insee = SaasHost.Claret, bool secret = false) =>
        host.AMailAsync(insee, new Mail(to, $"Pour {to}", ["Un mot."]) { Secret = secret }, mail => mail.MarkRefused("550 5.1.1 unknown", TimeProvider.System.GetUtcNow()));

    public static Task<OutgoingMail> ASentMailAsync(this SaasHost host, string to) =>
        host.AMailAsync(SaasHost.Claret, new Mail(to, $"Pour {to}", ["Un mot."]), mail => mail.MarkSent(TimeProvider.System.GetUtcNow()));

    public static Task<OutgoingMail> AMailPutOffAsync(this SaasHost host, string to) =>
        host.AMailAsync(SaasHost.Claret, new Mail(to, $"Pour {to}", ["Un mot."]), mail => mail.PutOff("451 4.3.0 busy", TimeProvider.System.GetUtcNow()));

    public static Task<OutgoingMail?> FindMailAsync(this SaasHost host, Guid id) => host.InAsync(SaasHost.Claret, services =>
        services.GetRequiredService<SaasDbContext>().Set<OutgoingMail>().AsNoTracking().SingleOrDefaultAsync(mail => mail.Id == id));

    private static Task<OutgoingMail> AMailAsync(this SaasHost host, string insee, Mail written, Action<OutgoingMail> end) => host.InAsync(insee, async services =>
    {
        var mail = OutgoingMail.From(written, TimeProvider.System.GetUtcNow());
        end(mail);
        services.GetRequiredService<SaasDbContext>().Add(mail);
        await services.GetRequiredService<SaasDbContext>().SaveChangesAsync();
        return mail;
    });
}
