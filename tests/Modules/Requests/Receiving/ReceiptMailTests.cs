using Saas.Contracts.Requests;
using Saas.Modules.Requests.Model;
using Saas.Modules.Requests.Receiving;
using Saas.Shell.Tenancy;

namespace Saas.Modules.Requests.Tests.Receiving;

public sealed class ReceiptMailTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task The_receipt_arrives_with_reference_code_service_and_link()
    {
        var email = Given.AnAddress();
        var filed = await host.FileAsync(SaasHost.Claret, Given.ARequest(email));

        var mail = Assert.Single(await host.MailsToAsync(SaasHost.Claret, email));

        Assert.Contains(filed.Reference, mail.Subject, StringComparison.Ordinal);
        Assert.Contains(Codes.Show(filed.Code), mail.Text, StringComparison.Ordinal);
        Assert.Contains("Claret", mail.Text, StringComparison.Ordinal);
        Assert.Contains($"\n\nhttps://{host.Tenant(SaasHost.Claret).Slug}.parvis.localhost/demandes/{filed.Reference}\n\n", mail.Text, StringComparison.Ordinal);
        Assert.Matches(@"est bien arrivée à la mairie le \w+ \d+(er)?\u00a0\w+ \d{4} à \d+\u00a0h", mail.Text);
    }

    [Fact]
    public void Every_mention_the_law_asks_for_is_there()
    {
        var receipt = new Receipt(
            "7KWF-3MPH",
            "4RXC8LYJ",
            "Location de la salle",
            "lundi 23 novembre 2026 à 14 h 30",
            [new FiledAnswer("Motif", new string('a', 400), []), new FiledAnswer("Attestation", "", [new FiledFile(Guid.NewGuid(), "assurance.pdf", 350_000, "1f0c9a77d2b4e5f6")])],
            new TownHallAddress("Mairie de Claret", "1 place de la Mairie, 34270 Claret", "04 67 59 00 00", "mairie@claret.test"),
            ["La mairie vous répond."],
            "/demandes/7KWF-3MPH/fichiers");

        var mail = ReceiptMail.Write(receipt, "lea@exemple.test", "Léa Martin", "https://claret.test/demandes/7KWF-3MPH", TenantWords.Of(TenantKind.Commune));
        var text = string.Join("\n", mail.Paragraphs);

        Assert.All(
            new[] { "lundi 23 novembre 2026 à 14 h 30", "Mairie de Claret", "1 place de la Mairie, 34270 Claret", "04 67 59 00 00", "mairie@claret.test", "R.\u00a0112-11-1", "assurance.pdf (350\u00a0ko, empreinte 1f0c9a77d2b4)" },
            mention => Assert.Contains(mention, text, StringComparison.Ordinal));
        Assert.DoesNotContain(new string('a', 301), text, StringComparison.Ordinal);
        Assert.Equal("mairie@claret.test", mail.ReplyTo);
    }
}
