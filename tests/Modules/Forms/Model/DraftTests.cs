using Saas.Modules.Forms.Model;

namespace Saas.Modules.Forms.Tests.Model;

public sealed class DraftTests
{
    [Fact]
    public void Answers_that_are_not_sent_again_stay()
    {
        var draft = ADraft();

        draft.Write(new Dictionary<string, string> { ["nom"] = "Martin", ["message"] = "Bonjour" }, DateTimeOffset.UnixEpoch);
        draft.Write(new Dictionary<string, string> { ["message"] = "" }, DateTimeOffset.UnixEpoch);

        Assert.Equal("Martin", draft.Answers["nom"]);
        Assert.Equal("", draft.Answers["message"]);
    }

    [Fact]
    public void The_same_content_is_received_once()
    {
        var draft = ADraft();

        Assert.True(draft.Receive(AFile("abc"), DateTimeOffset.UnixEpoch));
        Assert.False(draft.Receive(AFile("abc"), DateTimeOffset.UnixEpoch));
        Assert.True(draft.Receive(AFile("def"), DateTimeOffset.UnixEpoch));

        Assert.Equal(2, draft.Files.Count);
    }

    private static Draft ADraft()
    {
        var form = Given.ADraft(Given.Name);
        return new Draft(Guid.CreateVersion7(), form.Publish(recipientIsUnreachable: false, DateTimeOffset.UnixEpoch), [1], DateTimeOffset.UnixEpoch);
    }

    private static DraftFile AFile(string checksum) => new("justificatif", Guid.CreateVersion7(), "a.pdf", 10, checksum);
}
