using System.Net;
using System.Text.RegularExpressions;
using Saas.Modules.Forms.Model;

namespace Saas.Modules.Forms.Tests.Answering;

public sealed partial class ResumeDraftTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string MailIt = "M’envoyer le lien";

    [Fact]
    public async Task A_draft_goes_on_with_on_another_device_and_still_on_the_first()
    {
        var form = await host.OpenAsync(SaasHost.Claret, Given.Name, Given.Message);
        var telephone = host.Visit(SaasHost.Claret);
        var computer = host.Visit(SaasHost.Claret);
        var address = await MailAsync(telephone, form, "lea.reprend@exemple.fr");

        var offered = await computer.OpenAsync(address);
        var before = await computer.OpenAsync($"/demarches/{form.Slug}");
        var there = await computer.FollowAsync(await computer.SubmitAsync(offered, address, "Continuer sur cet appareil"));
        await computer.SubmitAsync(there, $"/demarches/{form.Slug}", "Enregistrer le brouillon", [("Message", "Écrit sur l’ordinateur")]);
        var back = await telephone.OpenAsync($"/demarches/{form.Slug}");
        var sent = await computer.SubmitAsync($"/demarches/{form.Slug}", "Envoyer ma demande");

        Assert.Equal("", before.Value("q_nom"));
        Assert.Equal("Léa Martin", there.Value("q_nom"));
        Assert.Equal("Écrit sur l’ordinateur", back.Value("q_message"));
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        Assert.Empty(await host.DraftsAsync(SaasHost.Claret, form.Id));
    }

    [Fact]
    public async Task Opening_the_link_acts_on_nothing_and_a_newer_link_replaces_it()
    {
        var form = await host.OpenAsync(SaasHost.Claret, Given.Name);
        var resident = host.Visit(SaasHost.Claret);
        var first = await MailAsync(resident, form, "lea.premier@exemple.fr");
        var scanner = host.Visit(SaasHost.Claret);

        await scanner.OpenAsync(first);
        var seen = await scanner.OpenAsync($"/demarches/{form.Slug}");
        await MailAsync(resident, form, "lea.second@exemple.fr");
        var gone = await scanner.OpenAsync(first);

        Assert.Equal("", seen.Value("q_nom"));
        Assert.Contains("Ce lien n’ouvre plus de brouillon", gone.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_mailed_without_end()
    {
        var form = await host.OpenAsync(SaasHost.Claret, Given.Name);
        var resident = host.Visit(SaasHost.Claret);
        for (var i = 0; i < 7; i++)
        {
            await resident.SubmitAsync($"/demarches/{form.Slug}", MailIt, ("LienA", "victime@exemple.fr"));
        }

        Assert.Equal(5, (await host.MailsToAsync(SaasHost.Claret, "victime@exemple.fr")).Count);
    }

    [Fact]
    public async Task An_address_that_is_none_is_said_and_what_was_typed_is_kept()
    {
        var form = await host.OpenAsync(SaasHost.Claret, Given.Name);

        var page = await Browser.ReadAsync(await host.Visit(SaasHost.Claret).SubmitAsync($"/demarches/{form.Slug}", MailIt, ("Votre nom", "Léa"), ("LienA", "lea")));

        Assert.Contains("« lea » n’est pas une adresse e-mail", page.Words(), StringComparison.Ordinal);
        Assert.Equal("Léa", page.Value("q_nom"));
    }

    [Fact]
    public async Task The_link_opens_nothing_in_another_commune()
    {
        var form = await host.OpenAsync(SaasHost.Claret, Given.Name);
        var address = await MailAsync(host.Visit(SaasHost.Claret), form, "lea.voisine@exemple.fr");

        var neighbour = await host.Visit(SaasHost.Matelles).OpenAsync(address);

        Assert.Contains("Ce lien n’ouvre plus de brouillon", neighbour.Words(), StringComparison.Ordinal);
    }

    private async Task<string> MailAsync(Browser browser, Form form, string to)
    {
        for (var attempt = 1; attempt < 4; attempt++)
        {
            var said = await browser.FollowAsync(await browser.SubmitAsync($"/demarches/{form.Slug}", MailIt, ("Votre nom", "Léa Martin"), ("LienA", to)));
            Assert.Contains($"Le lien est envoyé à {to}", said.Words(), StringComparison.Ordinal);

            // The text of a mail that has left is erased: another one is asked for.
            if (Link().Match((await host.MailsToAsync(SaasHost.Claret, to))[^1].Text) is { Success: true } link)
            {
                return link.Value;
            }
        }

        throw new InvalidOperationException("Every mail had left already.");
    }

    [GeneratedRegex("/demarches/reprendre/[\\w-]+")]
    private static partial Regex Link();
}
