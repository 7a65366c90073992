using System.Text.RegularExpressions;
using Saas.Shell.Web;

namespace Saas.ArchitectureTests;

/// <summary>What every field of every form says of itself.</summary>
public sealed partial class FieldRules
{
    private static readonly IReadOnlyDictionary<string, Type> Models = Codebase.All
        .Append(typeof(FieldRules).Assembly)
        .SelectMany(assembly => assembly.GetTypes())
        .Where(type => type.FullName is not null)
        .DistinctBy(type => type.FullName)
        .ToDictionary(type => type.FullName!, StringComparer.Ordinal);

    [Fact]
    public void Passwords_and_codes_are_marked_as_secret_where_they_are_bound()
    {
        var pages = Pages();
        Assert.True(pages.Sum(page => Secret().Count(page.Text)) > 5);

        Expect.None(pages.SelectMany(SecretViolations));
    }

    [Fact]
    public void A_password_that_would_be_kept_with_the_rest_is_caught()
    {
        Assert.Single(SecretViolations(new SourceFile("_X.cshtml", $"@model {typeof(Careless).FullName}\n<input asp-for=\"Password\" type=\"password\" />")));
        Assert.Single(SecretViolations(new SourceFile("_X.cshtml", "@model Unknown\n<input asp-for=\"Password\" type=\"password\" />")));
        Assert.Empty(SecretViolations(new SourceFile("_X.cshtml", $"@model {typeof(Careless).FullName}\n<input asp-for=\"Code\" autocomplete=\"one-time-code\" />")));
    }

    [Fact]
    public void No_text_area_cuts_what_is_pasted_into_it()
    {
        var pages = Pages();
        Assert.True(pages.Sum(page => TextArea().Count(page.Text)) > 10);

        Expect.None(pages.SelectMany(CutViolations));
    }

    [Fact]
    public void A_text_area_that_cuts_is_caught()
    {
        Assert.Single(CutViolations(new SourceFile("X.cshtml", "<textarea name=\"a\"\n  maxlength=\"200\"></textarea>")));
        Assert.Empty(CutViolations(new SourceFile("X.cshtml", "<textarea name=\"a\" data-longest=\"200\"></textarea>")));
    }

    private static IReadOnlyList<SourceFile> Pages() => Codebase.Files("*.cshtml", "src/Modules", "themes");

    private static IEnumerable<string> SecretViolations(SourceFile page)
    {
        var model = Models.GetValueOrDefault(ModelName().Match(page.Text).Groups[1].Value);
        return Secret().Matches(page.Text)
            .Select(input => Property().Match(input.Value).Groups[1].Value)
            .Where(property => model?.GetProperty(property)?.IsDefined(typeof(SecretFieldAttribute), inherit: true) != true)
            .Select(property => $"{page.Path}: {property} is typed as a secret; mark what it is bound to with [SecretField], on the page itself.");
    }

    private static IEnumerable<string> CutViolations(SourceFile page) => TextArea().Matches(page.Text)
        .Where(area => area.Value.Contains("maxlength", StringComparison.Ordinal))
        .Select(area => $"{page.Path}: a text area with maxlength cuts a long text without a word. Let the rule refuse it, and count with data-longest: {area.Value}");

    [GeneratedRegex("""^@model\s+(\S+)""", RegexOptions.Multiline)]
    private static partial Regex ModelName();

    [GeneratedRegex("""<input\b[^>]*(type="password"|autocomplete="[^>]*(-password|one-time-code))[^>]*>""")]
    private static partial Regex Secret();

    [GeneratedRegex("asp-for=\"(?:@Model\\.)?([A-Za-z.]+)\"")]
    private static partial Regex Property();

    [GeneratedRegex("<textarea\\b[^>]*>")]
    private static partial Regex TextArea();

    private sealed class Careless
    {
        public string? Password { get; set; }

        [SecretField]
        public string? Code { get; set; }
    }
}
