using Saas.Modules.Requests.Model;
using Saas.Shell.Identity;

namespace Saas.Modules.Requests.Tests.Processing;

public sealed class WriteNoteTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task A_note_is_for_colleagues_only_and_no_mail_leaves()
    {
        var email = Given.AnAddress();
        var filed = await host.FileAsync(SaasHost.Claret, Given.ARequest(email));

        await host.Visit(SaasHost.Claret, Role.Administrator).SubmitAsync(filed.Staff, "Ajouter la note", ("Note interne", "Rappeler jeudi."));

        var note = Assert.Single(await host.TimelineAsync(SaasHost.Claret, filed.Id), entry => entry.Kind == EntryKind.Noted);
        Assert.False(note.VisibleToResident);
        Assert.Single(await host.MailsToAsync(SaasHost.Claret, email));
    }
}
