using Saas.Shell.Mail;

namespace Saas.Shell.Tests.Mail;

public sealed class MailRefusalsTests
{
    [Theory]
    [InlineData("550 5.1.1 <x@y> unknown", "n’existe pas")]
    [InlineData("550 No such user", "n’existe pas")]
    [InlineData("552 5.2.2 Over quota", "pleine")]
    [InlineData("550 5.7.1 Spam", "ne veut pas")]
    [InlineData("554 Refused", "ne veut pas")]
    [InlineData("553 5.6.7 accents", "mal écrite")]
    [InlineData("501 L’adresse", "mal écrite")]
    [InlineData("571 whatever", "l’a refusé")]
    [InlineData("451 4.3.0 busy", "plusieurs jours")]
    [InlineData("Connection refused", "plusieurs jours")]
    [InlineData(null, "plusieurs jours")]
    public void A_server_s_answer_is_said_in_everyday_words(string? words, string said) =>
        Assert.Contains(said, MailRefusals.Explain(words), StringComparison.Ordinal);
}
