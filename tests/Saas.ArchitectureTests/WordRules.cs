using System.Text.RegularExpressions;

namespace Saas.ArchitectureTests;

/// <summary>
/// What screens say is set as French is: a sign of two parts never starts a line, guillemets stay with their words, the apostrophe is ’. Literals of the
/// sources are read here; what pages show is read by the crawl, with the same words of judgement.
/// </summary>
public sealed partial class WordRules
{
    [Fact]
    public void Texts_of_the_sources_are_set_as_French_is()
    {
        var sources = Codebase.Files("*.cs", "src").Concat(Codebase.Files("*.json", "tenants")).Concat(Codebase.Files("*.md", "tenants/_commune")).ToList();
        Assert.NotEmpty(sources);

        Expect.None(sources.SelectMany(SourceViolations));
    }

    [Theory]
    [InlineData("Say(\"C’est noté : le courriel est parti.\")")]
    [InlineData("Say($\"La page « {title} » est publiée.\")")]
    [InlineData("Say(\"Est-ce fini ?\")")]
    [InlineData("Say(\"l'accueil montre vos accès\")")]
    public void A_text_set_otherwise_is_caught(string line) => Assert.Single(SourceViolations(new SourceFile("src/X.cs", line)));

    [Theory]
    [InlineData("Say(\"C’est noté\u00a0: le courriel est parti.\")")]
    [InlineData("var title = page.IsNew ? \"Nouvelle\" : \"Autre\";")]
    [InlineData("var text = $\"{(found ? \"oui\" : \"non\")} à {time:HH:mm}\";")]
    [InlineData("/// <summary>Who is « away » : a comment.</summary>")]
    public void A_text_set_well_is_left_alone(string line) => Expect.None(SourceViolations(new SourceFile("src/X.cs", line)));

    /// <summary>What is wrong in a text that people read, as the few words around it.</summary>
    internal static IEnumerable<string> Violations(string text) =>
        Loose().Matches(text).Select(found => text[Math.Max(0, found.Index - 20)..Math.Min(text.Length, found.Index + found.Length + 20)].Trim());

    private static IEnumerable<string> SourceViolations(SourceFile source)
    {
        foreach (var (number, line) in source.Lines)
        {
            var texts = !source.Path.EndsWith(".cs", StringComparison.Ordinal) ? [line]
                : line.TrimStart().StartsWith("//", StringComparison.Ordinal) || Pattern().IsMatch(line) ? []
                : Literal().Matches(line).Select(literal => Hole().Replace(literal.Value, "}")).ToArray();
            if (texts.SelectMany(Violations).FirstOrDefault() is { } words)
            {
                yield return $"{source.Path}:{number}: « {words} »: a non-breaking space (U+00A0) before : ; ? ! and inside « », and ’ for an apostrophe.";
            }
        }
    }

    /// <summary>An ordinary space where a line must not break, or a straight apostrophe between letters.</summary>
    [GeneratedRegex(@"(?<=[\p{L}\d»)%…’°€.}]) [:;?!»](?![\w=.:?&|]| \$?"")|« |(?<=\b(?:[cdjlmnst]|qu))'(?=\p{L})", RegexOptions.IgnoreCase)]
    private static partial Regex Loose();

    [GeneratedRegex("\"(?:[^\"\\\\]|\\\\.)*\"")]
    private static partial Regex Literal();

    /// <summary>What is computed inside a literal is code, up to the literal that it may hold itself.</summary>
    [GeneratedRegex(@"\{[^{}""]*(\}|$|(?=""))")]
    private static partial Regex Hole();

    /// <summary>Lines that are patterns, SQL or schedules, not words.</summary>
    [GeneratedRegex("Regex\\(|CronSchedule|\\$\"0 \\{|\"\"\"")]
    private static partial Regex Pattern();
}
