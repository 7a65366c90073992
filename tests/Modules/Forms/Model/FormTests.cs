using Saas.Modules.Forms.Model;

namespace Saas.Modules.Forms.Tests.Model;

public sealed class FormTests
{
    [Fact]
    public void What_is_missing_before_publication_is_said_in_words()
    {
        var form = new Form(Guid.CreateVersion7(), "", "sans-titre");
        form.Put(Given.Fits with { Options = ["Matin"] });

        var missing = form.MissingBeforePublication(recipientIsUnreachable: false, Given.Today);

        Assert.Equal(3, missing.Count);
        Assert.Contains(missing, words => words.Contains("titre", StringComparison.Ordinal));
        Assert.Contains(missing, words => words.Contains("deux réponses", StringComparison.Ordinal));
        Assert.Contains(missing, words => words.Contains("qui reçoit les demandes", StringComparison.Ordinal));
    }

    [Fact]
    public void A_form_without_question_is_not_published()
    {
        var form = Given.ADraft();

        Assert.Equal(["Ajoutez au moins une question."], form.MissingBeforePublication(recipientIsUnreachable: false, Given.Today));
        Assert.Throws<InvalidOperationException>(() => form.Publish(recipientIsUnreachable: false, DateTimeOffset.UnixEpoch));
    }

    [Fact]
    public void A_recipient_whose_mails_come_back_stops_the_publication()
    {
        var form = Given.ADraft(Given.Name);

        Assert.Contains("reviennent", Assert.Single(form.MissingBeforePublication(recipientIsUnreachable: true, Given.Today)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mairie@exemple.fr", true)]
    [InlineData("mairie@exemple", false)]
    [InlineData("mairie exemple.fr", false)]
    [InlineData("La mairie <mairie@exemple.fr>", false)]
    [InlineData("a@b.fr, c@d.fr", false)]
    public void An_address_is_one_mailbox_and_nothing_more(string text, bool isAddress) => Assert.Equal(isAddress, Form.IsAddress(text));

    [Fact]
    public void An_edition_does_not_change_with_its_form()
    {
        var form = Given.ADraft(Given.Name);
        var edition = form.Publish(recipientIsUnreachable: false, DateTimeOffset.UnixEpoch);

        form.Put(Given.Name with { Label = "Autre intitulé" });
        form.Put(Given.Message);

        Assert.Equal(1, edition.Number);
        Assert.Equal("Votre nom", Assert.Single(edition.Questions).Label);
        Assert.True(form.HasUnpublishedChanges);
    }

    [Fact]
    public void Questions_move_within_the_list_and_not_beyond()
    {
        var form = Given.ADraft(Given.Name, Given.Email, Given.Message);

        form.Move("message", -1);
        form.Move("nom", -1);

        Assert.Equal(["nom", "message", "email"], form.Questions.Select(question => question.Id));
    }

    [Fact]
    public void A_removed_question_goes_back_to_its_place()
    {
        var form = Given.ADraft(Given.Name, Given.Email, Given.Message);

        form.Remove("email");
        form.PutBack();

        Assert.Equal(["nom", "email", "message"], form.Questions.Select(question => question.Id));
        Assert.Null(form.LastRemoved);
    }

    [Fact]
    public void Changing_the_recipient_needs_no_publication()
    {
        var form = Given.ADraft(Given.Name);
        form.Publish(recipientIsUnreachable: false, DateTimeOffset.UnixEpoch);

        form.Describe(form.Title, form.Summary, form.Introduction, "accueil@exemple.fr");

        Assert.False(form.HasUnpublishedChanges);
        Assert.Equal("accueil@exemple.fr", form.Recipient);
    }
}
