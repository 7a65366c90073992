using Saas.Modules.Forms.Answering.Fields;
using Saas.Modules.Forms.Model;
using Saas.Shell.Files;

namespace Saas.Modules.Forms.Tests.Answering.Fields.File;

public sealed class FileFieldTests
{
    [Fact]
    public void Types_and_size_are_said_before()
    {
        var words = FileField.Accepted(Given.Proof with { Accepts = [FileFamily.Pdf, FileFamily.Picture] });

        Assert.StartsWith("PDF, JPEG, PNG ou HEIC, 10\u00a0Mo au plus", words, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_families_of_the_question_are_received() =>
        Assert.Equal([ContentTypes.Jpeg, ContentTypes.Png, ContentTypes.Heic], FileField.Limits(Given.Proof with { Accepts = [FileFamily.Picture] }).Types);
}
