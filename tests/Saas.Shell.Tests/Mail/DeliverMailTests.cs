using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Saas.Shell.Data;
using Saas.Shell.Mail;
using Saas.Shell.Settings;
using Saas.Shell.Tests.Servers;
using Saas.Shell.Web;

namespace Saas.Shell.Tests.Mail;

public sealed partial class DeliverMailTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task A_mail_leaves_once_its_transaction_is_kept()
    {
        var id = await SendAsync("depart@example.test", "Votre demande\r\nBcc: autre@example.test", "Bonjour <Rose> & merci.");

        await UntilSentAsync(id);
        var written = await WrittenAsync("depart@example.test");

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

    [Fact]
    public async Task A_mail_that_the_relay_takes_is_sent()
    {
        var mail = await DeliverAsync("accueil@example.test", TimeSpan.Zero);

        Assert.Equal(MailState.Sent, mail.State);
        Assert.NotNull(mail.EndedAt);
        Assert.Contains("parvis.test>", (await Relays.TakenAsync("accueil@example.test")).GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_does_not_exist_is_refused_with_the_reason()
    {
        var mail = await DeliverAsync("code-550@example.test", TimeSpan.Zero);

        Assert.Equal(MailState.Refused, mail.State);
        Assert.StartsWith("550 5.1.1", mail.Refusal, StringComparison.Ordinal);
        Assert.True(mail.MayBeHandled);
    }

    [Theory]
    [InlineData("rose")]
    [InlineData("Rose <rose@example.test>")]
    [InlineData("rose@example.test, autre@example.test")]
    [InlineData("rose@example.test\r\nBcc: autre@example.test")]
    public async Task What_is_not_one_address_is_refused_without_asking_the_relay(string to)
    {
        var mail = await DeliverAsync(to, TimeSpan.Zero);

        Assert.Equal(MailState.Refused, mail.State);
        Assert.Contains("n’est pas une adresse", mail.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_relay_that_says_not_now_is_asked_again_for_three_days_then_the_mail_is_refused()
    {
        var early = await DeliverAsync("code-451@example.test", TimeSpan.FromDays(2));
        var late = await DeliverAsync("code-451@example.test", TimeSpan.FromDays(3));

        Assert.Equal(MailState.Queued, early.State);
        Assert.Equal(1, early.Attempts);
        Assert.StartsWith("451", early.LastFailure, StringComparison.Ordinal);
        Assert.Equal(MailState.Refused, late.State);
        Assert.StartsWith("451", late.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_of_the_message_is_believed_when_it_lasts()
    {
        var first = await DeliverAsync("data-554@example.test", TimeSpan.Zero);
        var later = await DeliverAsync("data-554@example.test", TimeSpan.FromHours(1));

        Assert.Equal(MailState.Queued, first.State);
        Assert.Equal(MailState.Refused, later.State);
    }

    [Fact]
    public async Task The_commune_signs_with_its_own_name_and_answers_come_to_it()
    {
        await host.InAsync(SaasHost.Matelles, async services =>
        {
            await services.GetRequiredService<ITenantSettings>().SetAsync(new MailSettings { SenderName = "Accueil des Matelles", ReplyTo = "mairie@matelles.test" }, CancellationToken.None);
            await services.GetRequiredService<SaasDbContext>().SaveChangesAsync();
        });

        await DeliverAsync("signature@example.test", TimeSpan.Zero, SaasHost.Matelles);

        var text = (await Relays.TakenAsync("signature@example.test")).GetProperty("text").GetString()!;
        Assert.Contains("Reply-To: mairie@matelles.test", text, StringComparison.OrdinalIgnoreCase);
        Assert.Matches("From: .*Accueil.*des.*Matelles.*<ne-pas-repondre@parvis.test>", text);
    }

    [Fact]
    public async Task A_mail_sent_again_after_a_crash_has_the_same_identifier()
    {
        var mail = await DeliverAsync("deuxfois@example.test", TimeSpan.Zero);
        await DeliverAsync("deuxfois@example.test", TimeSpan.Zero, id: mail.Id, afterACrash: true);

        var identifiers = (await Relays.AllTakenAsync("deuxfois@example.test")).Select(taken => MessageId().Match(taken.GetProperty("text").GetString()!).Value).ToList();

        Assert.Equal(2, identifiers.Count);
        Assert.Single(identifiers.Distinct());
        Assert.Contains(mail.Id.ToString("N"), identifiers[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_secret_mail_said_is_gone_once_it_has_left()
    {
        var mail = await DeliverAsync("secret@example.test", TimeSpan.Zero, secret: true);

        Assert.Equal(MailState.Sent, mail.State);
        Assert.Empty(mail.Paragraphs);
        Assert.NotNull(mail.ErasedAt);
    }

    [Fact]
    public void The_html_part_reads_without_images_and_has_one_title_and_a_language()
    {
        var html = MailText.Html("Mairie d’Assas", "Votre demande", ["Bonjour <b>Rose</b>,", "https://assas.test/demandes?a=1&b=2"]);
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html);

        Assert.Equal("fr", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Votre demande", Assert.Single(page.QuerySelectorAll("h1")).TextContent);
        Assert.Empty(page.QuerySelectorAll("img, script, link, b"));
        Assert.Equal("https://assas.test/demandes?a=1&b=2", page.QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("Mairie d’Assas", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [GeneratedRegex("(?<=Message-ID: )<[^>]+>", RegexOptions.IgnoreCase)]
    private static partial Regex MessageId();

    /// <summary>Through the tests' relay, as if the mail had been written so long ago. It is in no queue, so that no node takes it.</summary>
    private Task<OutgoingMail> DeliverAsync(string to, TimeSpan age, string insee = SaasHost.Claret, Guid? id = null, bool secret = false, bool afterACrash = false) => host.InAsync(insee, async services =>
    {
        var db = services.GetRequiredService<SaasDbContext>();
        var mail = OutgoingMail.From(new Saas.Shell.Mail.Mail(to, "Objet", ["Texte"]) { Id = id ?? Guid.CreateVersion7(), Secret = secret }, TimeProvider.System.GetUtcNow() - age);
        if (afterACrash)
        {
            await db.Set<OutgoingMail>().Where(row => row.Id == id).ExecuteUpdateAsync(row => row.SetProperty(m => m.State, MailState.Queued));
        }
        else
        {
            db.Add(mail);
            await db.SaveChangesAsync();
        }

        db.ChangeTracker.Clear();
        var options = Options.Create(new MailOptions { From = "ne-pas-repondre@parvis.test", Host = "127.0.0.1", Port = (await Relays.Usual.Value).Port });
        var job = ActivatorUtilities.CreateInstance<DeliverMail>(services, new SmtpTransport(options), options);
        if (await Record.ExceptionAsync(() => job.RunAsync(mail.Id, CancellationToken.None)) is { } putOff)
        {
            Assert.IsType<MailPutOffException>(putOff);
        }

        return await db.Set<OutgoingMail>().AsNoTracking().SingleAsync(row => row.Id == mail.Id);
    });

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
