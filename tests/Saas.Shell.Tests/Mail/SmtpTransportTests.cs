using System.Net;
using System.Net.Mail;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using Saas.Shell.Mail;
using Saas.Shell.Tests.Servers;

namespace Saas.Shell.Tests.Mail;

public sealed class SmtpTransportTests
{
    [Fact]
    public async Task The_relay_takes_the_mail_with_its_two_parts()
    {
        var delivery = await HandOverAsync("rose@example.test", "Été à « Claret »");

        Assert.Equal(Delivery.Accepted, delivery);
        var taken = await Relays.TakenAsync("rose@example.test");
        Assert.Equal("ne-pas-repondre@parvis.test", taken.GetProperty("from").GetString());
        Assert.Contains("Subject: =?utf-8?B?", taken.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("code-550@example.test", "550 5.1.1")]
    [InlineData("code-552@example.test", "552 5.1.1")]
    [InlineData("code-553@example.test", "553 5.1.1")]
    public async Task An_address_that_is_refused_for_good_is_said_in_the_servers_words(string to, string words)
    {
        var delivery = await HandOverAsync(to);

        Assert.Equal(DeliveryResult.Refused, delivery.Result);
        Assert.StartsWith(words, delivery.Words, StringComparison.Ordinal);
        Assert.Contains(to, delivery.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("code-450@example.test", "450")]
    [InlineData("code-451@example.test", "451")]
    [InlineData("code-452@example.test", "452")]
    public async Task A_relay_that_says_not_now_is_asked_again_later(string to, string words)
    {
        var delivery = await HandOverAsync(to);

        Assert.Equal(DeliveryResult.PutOff, delivery.Result);
        Assert.StartsWith(words, delivery.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_is_refused_may_be_the_relays_own_trouble()
    {
        Assert.Equal(DeliveryResult.Doubtful, (await HandOverAsync("data-554@example.test")).Result);
        Assert.Equal(DeliveryResult.PutOff, (await HandOverAsync("data-451@example.test")).Result);
    }

    [Fact]
    public async Task A_relay_that_is_closed_is_not_what_the_recipient_said()
    {
        var closed = await NodeServer.StartAsync("smtp.mjs", "closed");

        var delivery = await HandOverAsync("rose@example.test", port: closed.Port);

        Assert.NotEqual(DeliveryResult.Refused, delivery.Result);
        Assert.NotEqual(DeliveryResult.Accepted, delivery.Result);
        closed.Stop();
    }

    [Fact]
    public async Task A_slow_relay_is_waited_for_and_one_that_hangs_is_not()
    {
        Assert.Equal(DeliveryResult.Accepted, (await HandOverAsync("slow-1@example.test")).Result);

        var hanging = await HandOverAsync("hang@example.test", timeout: 1);

        Assert.Equal(DeliveryResult.PutOff, hanging.Result);
        Assert.Contains("n’a pas répondu en 1 secondes", hanging.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_relay_that_is_not_there_is_asked_again_later()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var silent = await HandOverAsync("rose@example.test", port: port, timeout: 1);
        listener.Stop();

        var refusing = await HandOverAsync("rose@example.test", port: port);

        Assert.Equal(DeliveryResult.PutOff, silent.Result);
        Assert.Equal(DeliveryResult.PutOff, refusing.Result);
        Assert.NotEqual("", refusing.Words);
    }

    [Fact]
    public async Task The_relay_knows_us_or_the_mail_waits()
    {
        var strict = await NodeServer.StartAsync("smtp.mjs", "auth");

        var known = await HandOverAsync("rose@example.test", port: strict.Port, user: "parvis", password: "secret");
        var unknown = await HandOverAsync("rose@example.test", port: strict.Port, user: "parvis", password: "faux");

        Assert.Equal(DeliveryResult.Accepted, known.Result);
        Assert.Equal(DeliveryResult.PutOff, unknown.Result);
        Assert.StartsWith("530", unknown.Words, StringComparison.Ordinal);
        strict.Stop();
    }

    [Fact]
    public async Task A_relay_that_cannot_prove_its_name_gets_nothing()
    {
        var tls = await NodeServer.StartAsync("smtp.mjs", "tls");

        var unproven = await HandOverAsync("rose@example.test", port: tls.Port, tls: true);
        var without = await HandOverAsync("rose@example.test", tls: true);

        Assert.Equal(DeliveryResult.PutOff, unproven.Result);
        Assert.Equal(DeliveryResult.PutOff, without.Result);
        Assert.DoesNotContain(tls.Lines, line => line.StartsWith('{'));
        tls.Stop();
    }

    [Fact]
    public async Task An_address_with_accents_leaves_where_servers_know_them_and_is_refused_elsewhere()
    {
        var latin = await NodeServer.StartAsync("smtp.mjs", "latin");

        Assert.Equal(DeliveryResult.Accepted, (await HandOverAsync("éloïse@example.test")).Result);
        Assert.Equal(DeliveryResult.Accepted, (await HandOverAsync("mairie@évian.test")).Result);
        var refused = await HandOverAsync("éloïse@example.test", port: latin.Port);

        Assert.Equal(DeliveryResult.Refused, refused.Result);
        Assert.NotEmpty((await Relays.TakenAsync("éloïse@example.test")).GetProperty("text").GetString()!);
        latin.Stop();
    }

    private static async Task<Delivery> HandOverAsync(string to, string subject = "Objet", int? port = null, int timeout = 10, bool tls = false, string user = "", string password = "")
    {
        var options = new MailOptions
        {
            From = "ne-pas-repondre@parvis.test",
            Host = "127.0.0.1",
            Port = port ?? (await Relays.Usual.Value).Port,
            Tls = tls,
            UserName = user,
            Password = password,
            TimeoutSeconds = timeout,
        };
        using var message = new MailMessage(options.From, to) { Subject = subject, SubjectEncoding = System.Text.Encoding.UTF8, Body = "Texte" };
        return await new SmtpTransport(Options.Create(options)).HandOverAsync(message, CancellationToken.None);
    }
}
