using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Saas.Shell.Data;
using Saas.Shell.Mail;
using Saas.Shell.Web;

namespace Saas.Shell.Tests.Mail;

public sealed class DeliverMailTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task A_mail_leaves_once_its_transaction_is_kept()
    {
        var id = await SendAsync("rose@example.test", "Votre demande\r\nBcc: autre@example.test", "Bonjour <Rose> & merci.");

        await UntilSentAsync(id);
        var written = await WrittenAsync("rose@example.test");

        Assert.Contains("Subject:", written, StringComparison.Ordinal);
        Assert.Contains("Auto-Submitted: auto-generated", written, StringComparison.Ordinal);
        Assert.Contains("multipart/alternative", written, StringComparison.Ordinal);
        Assert.DoesNotContain("\nBcc:", written, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_mail_of_a_refused_transaction_never_leaves()
    {
        await host.InAsync(SaasHost.Claret, services =>
        {
            services.GetRequiredService<IMailer>().Send(new Saas.Shell.Mail.Mail("jamais@example.test", "Objet", ["Texte"]));
            return Task.CompletedTask;
        });

        Assert.Empty(await host.MailsToAsync(SaasHost.Claret, "jamais@example.test"));
    }

    [Fact]
    public async Task The_mails_of_another_commune_are_not_seen()
    {
        await SendAsync("voisin@example.test", "Objet", "Texte");

        Assert.Empty(await host.MailsToAsync(SaasHost.Matelles, "voisin@example.test"));
    }

    private Task<Guid> SendAsync(string to, string subject, string text) => host.InAsync(SaasHost.Claret, async services =>
    {
        var db = services.GetRequiredService<SaasDbContext>();
        services.GetRequiredService<IMailer>().Send(new Saas.Shell.Mail.Mail(to, subject, [text]));
        await db.SaveChangesAsync();
        return await db.Set<OutgoingMail>().Where(mail => mail.Recipient == to).Select(mail => mail.Id).SingleAsync();
    });

    private async Task UntilSentAsync(Guid id)
    {
        for (var attempt = 0; attempt < 600; attempt++)
        {
            if (await host.InAsync(SaasHost.Claret, services => services.GetRequiredService<SaasDbContext>().Set<OutgoingMail>().AnyAsync(mail => mail.Id == id && mail.State == MailState.Sent)))
            {
                return;
            }

            await Task.Delay(50);
        }

        Assert.Fail("The mail did not leave.");
    }

    private async Task<string> WrittenAsync(string to)
    {
        var folder = FolderTransport.FolderOf(host.Application.Services.GetRequiredService<IOptions<DataOptions>>().Value);
        foreach (var file in Directory.EnumerateFiles(folder, "*.eml"))
        {
            var text = await File.ReadAllTextAsync(file);
            if (text.Contains(to, StringComparison.Ordinal))
            {
                return text;
            }
        }

        throw new FileNotFoundException();
    }
}
