using Saas.Modules.Site.Visiting;

namespace Saas.Modules.Site.Tests.Visiting;

public sealed class ErrorWordsTests
{
    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(405)]
    [InlineData(413)]
    [InlineData(414)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public void Every_error_says_what_happened_what_was_kept_and_what_to_do(int status)
    {
        var words = ErrorWords.Of(status);

        Assert.All([words.Title, words.WhatHappened, words.WhatIsKept, words.WhatToDo], sentence => Assert.NotEmpty(sentence));
        Assert.DoesNotContain("fichier", words.Title + words.WhatToDo, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(status.ToString(System.Globalization.CultureInfo.InvariantCulture), words.Title, StringComparison.Ordinal);
    }
}
