using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Saas.Shell.Theming;
using Xunit.Abstractions;

namespace Saas.ArchitectureTests;

/// <summary>What folders of tenants/ and themes/ may hold, and the contrasts they promise.</summary>
public sealed partial class ThemeRules(ITestOutputHelper output)
{
    private static readonly string[] AllowedInTenants = [".json", ".md", ".csv", ".svg", ".png", ".webp", ".pdf"];

    private static List<string> Themes { get; } = FoldersOf("themes").Where(folder => Codebase.Exists($"themes/{folder}/theme.json")).ToList();

    [Fact]
    public void Every_folder_of_tenants_is_data_that_can_be_applied()
    {
        var folders = FoldersOf("tenants").Select(folder => new TenantFiles(folder, Codebase.Files("*", $"tenants/{folder}"))).ToList();
        Assert.Contains(folders, folder => folder.Name == "_commune");

        Expect.None(TenantViolations(folders, Themes, Codebase.ModuleFolders));
    }

    [Fact]
    public void A_broken_file_an_unknown_theme_a_host_claimed_twice_and_code_are_caught()
    {
        Assert.Single(TenantViolations([Folder("a", "{")], ["littoral"], []));
        Assert.Single(TenantViolations([new TenantFiles("a", [])], ["littoral"], []));
        Assert.Single(TenantViolations([Folder("a", """{ "insee": "34078", "theme": "nowhere" }""")], ["littoral"], []));
        Assert.Single(TenantViolations([Folder("a", """{ "insee": "34078", "modules": ["nothing"] }""")], ["littoral"], ["Forms"]));
        Assert.Single(TenantViolations([Folder("a", """{ "insee": "Claret" }""")], ["littoral"], []));
        Assert.Single(TenantViolations([Folder("a", """{ "insee": "34078", "hosts": ["x.fr"] }"""), Folder("b", """{ "insee": "34079", "hosts": ["x.fr"] }""")], ["littoral"], []));
        Assert.Single(TenantViolations([Folder("a", """{ "insee": "34078" }"""), Folder("b", """{ "insee": "34078" }""")], ["littoral"], []));
        Assert.Single(TenantViolations([Folder("a", """{ "insee": "34078" }""", new SourceFile("tenants/a/run.sh", ""))], ["littoral"], []));
    }

    [Fact]
    public void Every_theme_has_its_name_and_colours_and_overrides_only_what_base_has()
    {
        var baseViews = Codebase.Files("*.cshtml", "themes/base").Select(view => view.Name).ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(baseViews);
        Assert.True(Themes.Count > 1, "There is no theme beside base.");

        Expect.None(Themes.SelectMany(theme => ThemeViolations(theme, Codebase.Files("*", $"themes/{theme}"), baseViews)));
    }

    [Fact]
    public void A_theme_with_a_view_of_its_own_code_or_without_colours_is_caught()
    {
        var json = new SourceFile("themes/x/theme.json", """{ "name": "x", "title": "X", "description": "Un thème." }""");
        var css = new SourceFile("themes/x/theme.css", ":root{}");

        Expect.None(ThemeViolations("x", [json, css, new SourceFile("themes/x/_Footer.cshtml", "<footer></footer>")], new HashSet<string> { "_Footer.cshtml" }));
        Assert.Single(ThemeViolations("x", [json], new HashSet<string>()));
        Assert.Single(ThemeViolations("x", [css], new HashSet<string>()));
        Assert.Single(ThemeViolations("x", [json, css, new SourceFile("themes/x/_Extra.cshtml", "")], new HashSet<string>()));
        Assert.Single(ThemeViolations("x", [json, css, new SourceFile("themes/x/X.cs", "")], new HashSet<string>()));
        Assert.Single(ThemeViolations("x", [json, css, new SourceFile("themes/x/_Footer.cshtml", "@inject SaasDbContext db")], new HashSet<string> { "_Footer.cshtml" }));
    }

    [Fact]
    public void The_application_offers_every_theme_under_its_own_title_and_no_other()
    {
        var folders = Themes.Where(theme => theme != "base").Select(theme => (theme, TitleOf(Codebase.Files("theme.json", $"themes/{theme}").Single()))).ToList();
        Assert.NotEmpty(folders);

        Expect.None(CatalogViolations(folders, ThemeCatalog.All));
        Assert.Single(CatalogViolations([("x", "X")], []));
        Assert.Single(CatalogViolations([], [("x", "X")]));
        Assert.Equal(2, CatalogViolations([("x", "X")], [("x", "Y")]).Count());
    }

    [Fact]
    public async Task The_colours_of_every_theme_keep_their_contrast()
    {
        var (code, said) = await CheckAsync(Repository.PathOf("themes"));

        Assert.True(code == 0, said);
    }

    [Fact]
    public async Task Grey_on_white_is_caught()
    {
        var copy = Directory.CreateTempSubdirectory("themes-").FullName;
        foreach (var file in Codebase.Files("*", "themes").Where(file => !file.Name.EndsWith(".woff2", StringComparison.Ordinal)))
        {
            var target = Path.Combine(copy, Path.GetRelativePath("themes", file.Path));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            await File.WriteAllTextAsync(target, file.Name == "theme.css" ? Ink().Replace(file.Text, "--ink: #bbbbbb;") : file.Text);
        }

        var (code, said) = await CheckAsync(copy);

        Directory.Delete(copy, recursive: true);
        Assert.NotEqual(0, code);
        Assert.Contains("--ink", said, StringComparison.Ordinal);
    }

    /// <summary>Of each theme and of the back office: the hardest accents, and a hundred others of which the seed is printed.</summary>
    [Fact]
    public async Task Whatever_accent_a_commune_chooses_everything_can_be_read_in_every_theme()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"Seed of the accents: {seed}");
        var random = new Random(seed);
        string[] hardest = ["#ffffff", "#000000", "#ffff00", "#00ff00", "#ff00ff", "#00ffff", "#0000ff", "#ff0000", "#c0c0c0", "#7f7f7f", "#1f6f8b", "#ff8800", "#ffe4e1"];
        var accents = hardest.Concat(Enumerable.Range(0, 100).Select(_ => $"#{random.Next(0x1000000):x6}"));

        var (code, said) = await CheckAsync(Repository.PathOf("themes"), accents.Select(CommuneIdentity.Css));

        Assert.True(code == 0, $"Seed {seed}: {said}");
    }

    [Fact]
    public async Task A_yellow_accent_left_as_it_is_is_caught()
    {
        var (code, said) = await CheckAsync(Repository.PathOf("themes"), [":root{--accent:#ffff00;--accent-strong:#ffff00;--accent-soft:#ffffff;--on-accent:#ffffff}"]);

        Assert.NotEqual(0, code);
        Assert.All([.. Themes, "staff"], theme => Assert.Contains($"{theme} with", said, StringComparison.Ordinal));
    }

    internal static IEnumerable<string> TenantViolations(IReadOnlyList<TenantFiles> folders, IReadOnlyCollection<string> themes, IReadOnlyCollection<string> modules)
    {
        var hosts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var folder in folders)
        {
            foreach (var file in folder.Files.Where(file => !AllowedInTenants.Contains(Path.GetExtension(file.Name))))
            {
                yield return $"{file.Path}: only {string.Join(' ', AllowedInTenants)} lie in tenants/.";
            }

            var (wanted, broken) = Parse(folder);
            if (broken is not null)
            {
                yield return broken;
                continue;
            }

            var theme = Text(wanted, "theme");
            if (theme is not null && (theme == "base" || !themes.Contains(theme)))
            {
                yield return $"tenants/{folder.Name} names the theme {theme}, which is not one.";
            }

            foreach (var module in Texts(wanted, "modules").Where(module => !modules.Contains(module, StringComparer.OrdinalIgnoreCase)))
            {
                yield return $"tenants/{folder.Name} names the module {module}, which is not one.";
            }

            foreach (var host in Texts(wanted, "hosts").Where(host => !hosts.TryAdd(host, folder.Name)))
            {
                yield return $"tenants/{folder.Name} claims {host}, which belongs to {hosts[host]}.";
            }

            var insee = Text(wanted, "insee") ?? "";
            if (folder.Name[0] != '_' && !Insee().IsMatch(insee))
            {
                yield return $"tenants/{folder.Name} has no INSEE code.";
            }
            else if (folder.Name[0] != '_' && !codes.TryAdd(insee, folder.Name))
            {
                yield return $"tenants/{folder.Name} is the same commune as {codes[insee]}.";
            }
        }
    }

    internal static IEnumerable<string> CatalogViolations(IReadOnlyList<(string Name, string Title)> folders, IReadOnlyList<(string Name, string Title)> offered) =>
    [
        .. folders.Except(offered).Select(theme => $"themes/{theme.Name} ({theme.Title}) is not in ThemeCatalog."),
        .. offered.Except(folders).Select(theme => $"ThemeCatalog offers {theme.Name} ({theme.Title}), and there is no such folder of themes/."),
    ];

    internal static IEnumerable<string> ThemeViolations(string theme, IReadOnlyCollection<SourceFile> files, IReadOnlySet<string> baseViews)
    {
        foreach (var needed in new[] { "theme.json", "theme.css" }.Where(needed => files.All(file => file.Name != needed)))
        {
            yield return $"themes/{theme} has no {needed}.";
        }

        foreach (var view in files.Where(file => file.Name.EndsWith(".cshtml", StringComparison.Ordinal) && !baseViews.Contains(file.Name)))
        {
            yield return $"{view.Path} overrides nothing: base has no such view.";
        }

        foreach (var file in files.Where(file => file.Name.EndsWith(".cs", StringComparison.Ordinal) || DbContext().IsMatch(file.Text)))
        {
            yield return $"{file.Path}: a theme holds no code and reads no database.";
        }
    }

    private static List<string> FoldersOf(string folder) => Directory.EnumerateDirectories(Repository.PathOf(folder))
        .Select(inner => Path.GetFileName(inner))
        .Order(StringComparer.Ordinal)
        .ToList();

    private static TenantFiles Folder(string name, string json, params SourceFile[] others) =>
        new(name, [new SourceFile($"tenants/{name}/tenant.json", json), .. others]);

    private static (JsonElement Wanted, string? Broken) Parse(TenantFiles folder)
    {
        if (folder.Files.FirstOrDefault(file => file.Name == "tenant.json") is not { } file)
        {
            return (default, $"tenants/{folder.Name} has no tenant.json.");
        }

        try
        {
            return (JsonDocument.Parse(file.Text).RootElement, null);
        }
        catch (JsonException broken)
        {
            return (default, $"{file.Path} does not parse: {broken.Message}");
        }
    }

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static IEnumerable<string> Texts(JsonElement element, string name) =>
        element.TryGetProperty(name, out var values) ? values.EnumerateArray().Select(value => value.GetString()!) : [];

    /// <summary>The script that bin/test runs too: it lies with the themes because it is theirs.</summary>
    private static async Task<(int Code, string Said)> CheckAsync(string themes, IEnumerable<string>? accents = null)
    {
        string[] arguments = accents is null ? [Path.Combine(themes, "check.mjs")] : [Path.Combine(themes, "check.mjs"), "--accents"];
        using var node = Process.Start(new ProcessStartInfo("node", arguments) { RedirectStandardInput = true, RedirectStandardError = true, RedirectStandardOutput = true })!;
        await node.StandardInput.WriteAsync(string.Join('\n', accents ?? []));
        node.StandardInput.Close();
        var said = await node.StandardError.ReadToEndAsync() + await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        return (node.ExitCode, said);
    }

    private static string TitleOf(SourceFile theme) => JsonDocument.Parse(theme.Text).RootElement.GetProperty("title").GetString()!;

    [GeneratedRegex(@"--ink:\s*[^;]+;")]
    private static partial Regex Ink();

    [GeneratedRegex(@"^\d[\dAB]\d{3}$")]
    private static partial Regex Insee();

    [GeneratedRegex("DbContext|EntityFrameworkCore")]
    private static partial Regex DbContext();
}

/// <summary>A folder of tenants/ and what lies in it.</summary>
internal sealed record TenantFiles(string Name, IReadOnlyList<SourceFile> Files);
