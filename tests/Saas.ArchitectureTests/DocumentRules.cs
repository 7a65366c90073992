using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Saas.Shell.CommandLine;
using Saas.Shell.Modules;

namespace Saas.ArchitectureTests;

/// <summary>What the documents name exists: a document that lies is worse than none.</summary>
public sealed partial class DocumentRules(SaasHost host) : IClassFixture<SaasHost>
{
    /// <summary>Names of other people's types and things of PostgreSQL, written like ours.</summary>
    private static readonly HashSet<string> NotOurs = new(StringComparer.Ordinal)
    {
        "OAuthHandler", "StripeClient", "BackgroundService", "SmtpClient", "DataAnnotations", "HttpClient", "Finbuckle",
    };

    private static readonly string[] DecisionParts = ["Status: ", "## Context", "## Options", "## Decision", "## Consequences"];

    private static List<SourceFile> Documents { get; } =
    [
        Codebase.File("README.md"),
        Codebase.File("CONTRIBUTING.md"),
        Codebase.File("STYLE.md"),
        .. Codebase.Files("*.md", "docs"),
        .. Codebase.Files("README.md", "src", "tests", "tenants", "themes"),
    ];

    [Fact]
    public void Every_path_and_link_in_the_documents_leads_somewhere()
    {
        Assert.Contains(Documents, document => PathWritten().IsMatch(document.Text));

        Expect.None(Documents.SelectMany(document => PathViolations(document, Exists)));
    }

    [Fact]
    public void A_path_and_a_link_to_nowhere_are_caught()
    {
        Assert.Single(PathViolations(new SourceFile("README.md", "See `src/Saas.Shell/Gone.cs`."), Exists));
        Assert.Single(PathViolations(new SourceFile("docs/a.md", "See [this](decisions/none.md)."), Exists));
        Assert.Empty(PathViolations(new SourceFile("docs/a.md", "`src/Modules/<module>/Model`, `migrations/*.sql`, `src/Saas.Web`, [here](../README.md)"), Exists));
    }

    [Fact]
    public void Every_command_in_the_documents_is_one()
    {
        Assert.Contains(Documents, document => CommandWritten().IsMatch(document.Text));

        Expect.None(Documents.SelectMany(document => CommandViolations(document, Commands.Usage)));
    }

    [Fact]
    public void A_command_that_does_not_exist_is_caught()
    {
        Assert.Single(CommandViolations(new SourceFile("README.md", "bin/commune destroy claret"), Commands.Usage));
        Assert.Empty(CommandViolations(new SourceFile("README.md", "bin/commune list"), Commands.Usage));
    }

    [Fact]
    public void Every_type_and_member_in_the_documents_is_in_the_code()
    {
        var words = Codebase.Files("*.cs", "src", "tests").Concat(Codebase.Files("*.cshtml", "src", "themes")).SelectMany(file => Word().Matches(file.Text).Select(word => word.Value)).ToHashSet(StringComparer.Ordinal);

        Expect.None(Documents.SelectMany(document => NameViolations(document, words)));
    }

    [Fact]
    public void A_type_that_is_gone_is_caught() =>
        Assert.Single(NameViolations(new SourceFile("README.md", "`TenantDirectory` and `TenantManager` know all."), new HashSet<string> { "TenantDirectory" }));

    [Fact]
    public void Every_setting_is_in_the_page_of_operations()
    {
        var sources = Codebase.Files("*.cs", "src");
        Assert.Contains(sources, source => SectionBound().IsMatch(source.Text));

        Expect.None(SettingViolations(Codebase.File("docs/operations.md"), sources));
    }

    [Fact]
    public void A_setting_that_operations_do_not_know_is_caught()
    {
        SourceFile[] sources =
        [
            new("src/Shell.cs", """Bind<AuditOptions>(services, "Audit"); module.Services.AddOptions<FormsOptions>().BindConfiguration("Forms"); configuration.GetSection("Keys").Get<KeysOptions>()"""),
            new("src/AuditOptions.cs", "public int KeepYears { get; set; } = 5;"),
            new("src/FormsOptions.cs", "public int DraftDays { get; set; } = 30;"),
            new("src/KeysOptions.cs", "public IReadOnlyList<string> Former { get; set; } = [];"),
        ];

        Assert.Equal(3, SettingViolations(new SourceFile("docs/operations.md", "`Audit__Keep`"), sources).Count());
        Assert.Empty(SettingViolations(new SourceFile("docs/operations.md", "`Audit__KeepYears`, `Forms__DraftDays`, `Keys__Former__0`"), sources));
    }

    [Fact]
    public void Every_decision_is_numbered_and_has_its_parts()
    {
        var decisions = Codebase.Files("*.md", "docs/decisions");
        Assert.NotEmpty(decisions);

        Expect.None(DecisionViolations(decisions));
    }

    [Fact]
    public void A_decision_without_status_or_out_of_number_is_caught()
    {
        const string Whole = "# 0001. X\n\nStatus: accepted\n\n## Context\n\n## Options\n\n## Decision\n\n## Consequences\n";

        Assert.Empty(DecisionViolations([new SourceFile("docs/decisions/0001-x.md", Whole)]));
        Assert.Single(DecisionViolations([new SourceFile("docs/decisions/0002-x.md", Whole.Replace("0001", "0002", StringComparison.Ordinal))]));
        Assert.Single(DecisionViolations([new SourceFile("docs/decisions/0001-x.md", Whole.Replace("Status: accepted", "", StringComparison.Ordinal))]));
    }

    [Fact]
    public void The_list_of_addresses_is_the_endpoint_table()
    {
        var expected = Rows();
        Assert.NotEmpty(expected);

        Expect.None(AddressViolations(Codebase.File("docs/addresses.md"), expected));
    }

    [Fact]
    public void An_address_forgotten_or_open_to_others_than_written_is_caught()
    {
        var document = new SourceFile("docs/addresses.md", "| `/a` | everyone | `Site/A` |\n| `/c` | everyone | `Site/C` |\n");

        Assert.Equal(3, AddressViolations(document, ["| `/a` | everyone | `Site/A` |", "| `/b` | everyone | `Site/B` |", "| `/c` | administrator (`site.edit`) | `Site/C` |"]).Count());
    }

    internal static IEnumerable<string> PathViolations(SourceFile document, Func<string, bool> exists) => PathWritten().Matches(document.Text)
        .Select(match => match.Groups[2].Value.Length > 0 ? match.Groups[1].Value[..(match.Groups[1].Value.LastIndexOf('/') + 1)] : match.Groups[1].Value)
        .Select(path => path.TrimEnd('/', '.'))
        .Where(path => !exists(path))
        .Select(path => $"{document.Path} names {path}, which does not exist.")
        .Concat(Link().Matches(document.Text)
            .Select(match => Path.GetRelativePath(Repository.Root, Path.GetFullPath(Path.Combine(Repository.Root, document.Folder, match.Groups[1].Value))).Replace('\\', '/'))
            .Where(path => !exists(path))
            .Select(path => $"{document.Path} links to {path}, which does not exist."));

    internal static IEnumerable<string> CommandViolations(SourceFile document, string usage) => CommandWritten().Matches(document.Text)
        .Select(match => (Script: match.Groups[1].Value, Verb: match.Groups[2].Value))
        .Where(command => command.Script is "commune" or "operator" && command.Verb.Length > 0 && !Regex.IsMatch(usage, $@"\b{command.Script}\b[^\n]*\b{command.Verb}\b"))
        .Select(command => $"{document.Path} names bin/{command.Script} {command.Verb}, which is no command.");

    internal static IEnumerable<string> NameViolations(SourceFile document, IReadOnlySet<string> words) => Named().Matches(document.Text)
        .Select(match => match.Groups[1].Value)
        .Where(name => !words.Contains(name) && !NotOurs.Contains(name))
        .Select(name => $"{document.Path} names {name}, which is not in the code.");

    internal static IEnumerable<string> SettingViolations(SourceFile document, IReadOnlyCollection<SourceFile> sources) => sources
        .SelectMany(source => SectionBound().Matches(source.Text))
        .Select(match => (Type: match.Groups["type"].Value, Section: match.Groups["section"].Value))
        .SelectMany(bound => sources
            .Single(source => source.Name == $"{bound.Type}.cs")
            .Lines.Select(line => SettingDeclared().Match(line.Text).Groups["name"].Value)
            .Where(name => name.Length > 0)
            .Select(name => $"{bound.Section}__{name}"))
        .Where(name => !Regex.IsMatch(document.Text, $"`{name}(?:__0)?`"))
        .Select(name => $"{document.Path} lacks {name}.");

    internal static IEnumerable<string> DecisionViolations(IReadOnlyList<SourceFile> decisions)
    {
        foreach (var (decision, number) in decisions.Select((decision, at) => (decision, at + 1)))
        {
            if (!decision.Name.StartsWith($"{number:0000}-", StringComparison.Ordinal) || !decision.Text.StartsWith($"# {number:0000}. ", StringComparison.Ordinal))
            {
                yield return $"{decision.Path} should be number {number:0000}, in its name and its title.";
            }

            foreach (var part in DecisionParts.Where(part => !decision.Text.Contains($"\n{part}", StringComparison.Ordinal)))
            {
                yield return $"{decision.Path} has no « {part.Trim()} ».";
            }
        }
    }

    internal static IEnumerable<string> AddressViolations(SourceFile document, IReadOnlyCollection<string> expected)
    {
        var written = document.Lines.Select(line => line.Text).Where(line => line.StartsWith("| `/", StringComparison.Ordinal)).ToList();
        return expected.Except(written).Select(row => $"{document.Path} lacks: {row}")
            .Concat(written.Except(expected).Select(row => $"{document.Path} is wrong: {row}"));
    }

    private static bool Exists(string path) => path.Contains('*', StringComparison.Ordinal)
        ? Codebase.Files(path[(path.LastIndexOf('/') + 1)..], path[..path.LastIndexOf('/')]).Count > 0
        : Codebase.Exists(path);

    /// <summary>As docs/addresses.md writes them.</summary>
    private List<string> Rows()
    {
        var permissions = host.Application.Services.GetRequiredService<ModuleCatalog>().Permissions;
        var pages = PageAt.Of(host);
        var others = host.Application.Services.GetServices<EndpointDataSource>()
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(endpoint => !pages.Any(page => page.Metadata.SequenceEqual(endpoint.Metadata)) && endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .Select(endpoint => $"| `/{endpoint.RoutePattern.RawText!.TrimStart('/')}` | everyone | the shell |")
            .Distinct();
        return pages
            .Select(page => $"| `{page.Address.Replace("|", "\\|", StringComparison.Ordinal)}` | {Who(page, permissions)} | `{page.Module}{page.Name}` |")
            .Concat(others)
            .ToList();
    }

    private static string Who(PageAt page, IEnumerable<PermissionEntry> permissions) => page.Permission is { } permission
        ? $"{string.Join(", ", permissions.Single(entry => entry.Name == permission).Roles.Select(role => role.ToString().ToLowerInvariant()))} (`{permission}`)"
        : "everyone";

    [GeneratedRegex(@"(?<![\w./-])((?:src|tests|docs|themes|tenants|migrations|bin|reference|\.ci)/[\w.*/-]*)([<…{]?)")]
    private static partial Regex PathWritten();

    [GeneratedRegex(@"\]\(([^)#:]+)(?:#[^)]*)?\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\bbin/(\w+)(?: ([a-z]+))?")]
    private static partial Regex CommandWritten();

    [GeneratedRegex("""(?:Bind<(?<type>\w+)>\(services, |AddOptions<(?<type>\w+)>\(\)\.BindConfiguration\()"(?<section>\w+)"|GetSection\("(?<section>\w+)"\)\.Get<(?<type>\w+)>""")]
    private static partial Regex SectionBound();

    [GeneratedRegex(@"public \S+ (?<name>\w+) \{ get; (?:set|init); \}")]
    private static partial Regex SettingDeclared();

    [GeneratedRegex(@"`((?:[A-Z][a-z0-9]+){2,})(?:Attribute)?`")]
    private static partial Regex Named();

    [GeneratedRegex(@"\b[A-Z]\w+")]
    private static partial Regex Word();
}
