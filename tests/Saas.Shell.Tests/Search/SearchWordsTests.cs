using Saas.Shell.Search;

namespace Saas.Shell.Tests.Search;

public sealed class SearchWordsTests
{
    [Fact]
    public void Capitals_and_accents_do_not_count() => Assert.Equal("lea coeur ca", SearchWords.Normalise("Léa Cœur ÇA"));

    [Fact]
    public void A_search_is_a_handful_of_words() => Assert.Equal(["a", "b", "c", "d", "e", "f"], SearchWords.Split(" a  b c d e f g h "));
}
