using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Saas.ArchitectureTests;

/// <summary>What no source may contain. Read as text; each exception has its reason.</summary>
public sealed partial class SourceRules
{
    /// <summary>Doors outside the shell, by path, with the reason.</summary>
    private static readonly Dictionary<string, string> Doors = new(StringComparer.Ordinal);

    /// <summary>Interfaces with one implementation today.</summary>
    private static readonly Dictionary<string, string> OneImplementation = new(StringComparer.Ordinal)
    {
        ["ICurrentTenant"] = "the commune of a scope can be read everywhere and entered by the shell only",
        ["ITenantDirectory"] = "outside world: the table of communes and its notifications",
        ["IFileStore"] = "what modules may do with files, without seeing where they lie",
        ["IFileScanner"] = "outside world: clamd",
        ["IMailer"] = "what modules may do with mail, without seeing the outbox",
        ["ITenantSettings"] = "what modules may do with settings, without seeing the table",
        ["IStaffMenu"] = "what layouts may ask, without seeing the modules",
        ["ITenantOwned"] = "a mark that the walls look for",
        ["ITenantJob"] = "what each module may leave to be done later",
        ["IDailyJob"] = "what each module may do once a day",
        ["IToday"] = "what each module may say on the home page of the back office",
        ["IMenuCount"] = "what each module may count in the menu",
        ["IStarterContent"] = "what each module may take from tenants/",
        ["IShownToVisitors"] = "a mark that the content version looks for",
    };

    /// <summary>Tests of several sources together.</summary>
    private static readonly Dictionary<string, string> MirrorNothing = new(StringComparer.Ordinal)
    {
        ["tests/Saas.Shell.Tests/Data/WallsTests.cs"] = "the walls are several sources, tried together",
    };

    private static readonly (Regex Pattern, string Reason)[] Forbidden =
    [
        (Ignore(), "the walls have no switch"),
        (RawSql(), "raw SQL is the shell's"),
        (Clock(), "the time comes from TimeProvider"),
        (Raw(), "markup reaches a page through <rich-text> only"),
        (Waiting(), "waiting for a task blocks a thread"),
        (Client(), "outgoing calls have a time limit and a name"),
        (Sleep(), "sleeping blocks a thread"),
        (Printing(), "what is said goes to the log"),
    ];

    private static readonly string[] ForbiddenEndings = ["Manager", "Helper", "Service", "Services", "Util", "Utils", "Processor", "Dto", "Model", "Impl", "Base", "Info", "Data"];

    [Fact]
    public void Modules_keep_out_of_what_is_the_shells()
    {
        var sources = Codebase.Files("*.cs", "src/Modules", "src/Saas.Web", "src/Saas.Contracts").Concat(Codebase.Files("*.cshtml", "src/Modules", "themes")).ToList();
        Assert.NotEmpty(sources);

        Expect.None(sources.SelectMany(source => DoorViolations(source, Doors)));
    }

    [Theory]
    [InlineData("db.Forms.IgnoreQueryFilters()")]
    [InlineData("db.Database.ExecuteSqlAsync($\"delete\")")]
    [InlineData("db.Forms.FromSql($\"select\")")]
    [InlineData("var now = DateTimeOffset.UtcNow;")]
    [InlineData("var day = DateTime.Today;")]
    [InlineData("@Html.Raw(Model.Text)")]
    [InlineData("var form = FindAsync().Result;")]
    [InlineData("SaveAsync().Wait();")]
    [InlineData("task.GetAwaiter().GetResult()")]
    [InlineData("using var client = new HttpClient();")]
    [InlineData("Thread.Sleep(100);")]
    [InlineData("Console.WriteLine(\"x\");")]
    public void A_forbidden_call_is_caught(string line) =>
        Assert.Single(DoorViolations(new SourceFile("src/Modules/Forms/X.cs", line), Doors));

    [Fact]
    public void No_region_no_switched_off_nullability_no_commented_out_code_and_nothing_left_to_do()
    {
        var sources = Codebase.Files("*.cs", "src", "tests").Concat(Codebase.Files("*.cshtml", "src", "themes")).ToList();
        Assert.NotEmpty(sources);

        Expect.None(sources.Where(source => source.Name != "SourceRules.cs").SelectMany(TextViolations));
    }

    [Theory]
    [InlineData("#region Private")]
    [InlineData("#nullable disable")]
    [InlineData("        // db.SaveChanges();")]
    [InlineData("    // if (form is null)")]
    [InlineData("@* <p>@Model.Name</p> *@")]
    [InlineData("// TODO: later")]
    public void Leftovers_are_caught(string line) => Assert.Single(TextViolations(new SourceFile("X.cs", line)));

    [Theory]
    [InlineData("// The cache stands before compression and keeps compressed bytes.")]
    [InlineData("// data: is what Bootstrap's own icons need.")]
    [InlineData("var address = \"https://claret.fr/\";")]
    public void A_comment_in_words_is_welcome(string line) => Expect.None(TextViolations(new SourceFile("X.cs", line)));

    [Fact]
    public void No_style_or_script_is_written_into_a_page()
    {
        var views = Codebase.Files("*.cshtml", "src/Modules", "src/Saas.Web", "themes");
        Assert.NotEmpty(views);

        Expect.None(views.SelectMany(InlineViolations));
    }

    [Theory]
    [InlineData("<p style=\"color:red\">x</p>")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<style>p{}</style>")]
    [InlineData("<button onclick=\"go()\">x</button>")]
    public void A_style_or_script_in_a_page_is_caught(string html) => Assert.Single(InlineViolations(new SourceFile("X.cshtml", html)));

    [Fact]
    public void Every_page_has_a_test_and_every_test_mirrors_a_source()
    {
        var pages = Codebase.Files("*.cshtml.cs", "src/Modules");
        var tests = Codebase.Files("*Tests.cs", "tests/Modules", "tests/Saas.Shell.Tests");
        Assert.NotEmpty(pages);
        Assert.NotEmpty(tests);

        Expect.None(MirrorViolations(pages, tests, Codebase.Exists));
        Expect.None(MirrorNothing.Keys.Except(tests.Select(test => test.Path)));
    }

    [Fact]
    public void A_page_without_test_and_a_test_without_source_are_caught()
    {
        var page = new SourceFile("src/Modules/Forms/Composing/PublishForm.cshtml.cs", "");
        var test = new SourceFile("tests/Modules/Forms/Composing/PublishFormTests.cs", "");

        Expect.None(MirrorViolations([page], [test], _ => true));
        Assert.Single(MirrorViolations([page], [], _ => true));
        Assert.Single(MirrorViolations([], [test], _ => false));
    }

    [Fact]
    public void Every_interface_has_two_implementations_or_a_reason()
    {
        var types = Codebase.All.Except([Codebase.Contracts]).SelectMany(assembly => assembly.GetTypes()).ToList();
        Assert.Contains(types, type => type.IsInterface);

        Expect.None(InterfaceViolations(types, OneImplementation));
        Expect.None(OneImplementation.Keys.Except(types.Where(type => type.IsInterface).Select(type => type.Name)));
    }

    [Fact]
    public void An_interface_per_class_is_caught() =>
        Assert.Single(InterfaceViolations([typeof(IOnlyOne), typeof(OnlyOne)], OneImplementation));

    [Fact]
    public void Types_are_called_after_what_they_are()
    {
        var types = Codebase.All.SelectMany(assembly => assembly.GetTypes()).ToList();
        Assert.NotEmpty(types);

        Expect.None(NameViolations(types));
    }

    [Fact]
    public void A_name_that_says_nothing_is_caught() => Assert.Single(NameViolations([typeof(FormManager)]));

    [Fact]
    public void Asynchronous_methods_say_so()
    {
        var types = Codebase.Modules.SelectMany(module => module.GetTypes()).ToList();
        Assert.NotEmpty(types);

        Expect.None(AsyncViolations(types));
    }

    [Fact]
    public void A_task_without_Async_is_caught() => Assert.Single(AsyncViolations([typeof(OnlyOne)]));

    internal static IEnumerable<string> DoorViolations(SourceFile source, Dictionary<string, string> doors) => doors.ContainsKey(source.Path)
        ? []
        : source.Lines.SelectMany(line => Forbidden
            .Where(rule => rule.Pattern.IsMatch(line.Text) && !line.Text.TrimStart().StartsWith("///", StringComparison.Ordinal))
            .Select(rule => $"{source.Path}:{line.Number} {rule.Pattern.Match(line.Text).Value}: {rule.Reason}."));

    internal static IEnumerable<string> TextViolations(SourceFile source) => source.Lines
        .Where(line => Leftover().IsMatch(line.Text) || CommentedCode().IsMatch(line.Text))
        .Select(line => $"{source.Path}:{line.Number} {line.Text.Trim()}");

    internal static IEnumerable<string> InlineViolations(SourceFile view) => view.Lines
        .Where(line => Inline().IsMatch(line.Text))
        .Select(line => $"{view.Path}:{line.Number} {line.Text.Trim()}");

    internal static IEnumerable<string> MirrorViolations(IEnumerable<SourceFile> pages, IReadOnlyCollection<SourceFile> tests, Func<string, bool> exists)
    {
        var known = tests.Select(test => test.Path).ToHashSet(StringComparer.Ordinal);
        var untested = pages
            .Select(page => (Page: page.Path, Test: page.Path.Replace("src/Modules", "tests/Modules", StringComparison.Ordinal).Replace(".cshtml.cs", "Tests.cs", StringComparison.Ordinal)))
            .Where(pair => !known.Contains(pair.Test))
            .Select(pair => $"{pair.Page} has no {pair.Test}.");
        return untested.Concat(tests
            .Where(test => !MirrorNothing.ContainsKey(test.Path))
            .Select(test => (Test: test.Path, Source: test.Path.Replace("tests/Modules", "src/Modules", StringComparison.Ordinal).Replace("tests/Saas.Shell.Tests", "src/Saas.Shell", StringComparison.Ordinal)[..^"Tests.cs".Length]))
            .Where(pair => !exists(pair.Source + ".cs") && !exists(pair.Source + ".cshtml.cs"))
            .Select(pair => $"{pair.Test} mirrors no {pair.Source}.cs."));
    }

    internal static IEnumerable<string> InterfaceViolations(IReadOnlyCollection<Type> types, Dictionary<string, string> reasons) => types
        .Where(type => type.IsInterface && !reasons.ContainsKey(type.Name))
        .Where(contract => types.Count(type => type is { IsInterface: false, IsAbstract: false } && type.IsAssignableTo(contract)) < 2)
        .Select(contract => $"{contract.FullName} has fewer than two implementations, and no reason in this test.");

    internal static IEnumerable<string> NameViolations(IEnumerable<Type> types) => types
        .Where(type => !IsGenerated(type))
        .Select(type => (Type: type, Name: type.Name.Split('`')[0]))
        .Where(type => ForbiddenEndings.Any(ending => type.Name.EndsWith(ending, StringComparison.Ordinal)) && !IsAllowedName(type.Type, type.Name))
        .Select(type => $"{type.Type.FullName}: if a name needs this ending, the thing is not understood yet.");

    internal static IEnumerable<string> AsyncViolations(IEnumerable<Type> types) => types
        .Where(type => !IsGenerated(type))
        .SelectMany(type => type.GetMethods(BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static))
        .Where(method => !method.IsDefined(typeof(CompilerGeneratedAttribute)) && IsTask(method.ReturnType) && !method.Name.EndsWith("Async", StringComparison.Ordinal) && !method.Name.Contains('<', StringComparison.Ordinal))
        .Select(method => $"{method.DeclaringType!.FullName}.{method.Name} is asynchronous and does not say so.");

    private static bool IsTask(Type type) => type == typeof(Task) || type == typeof(ValueTask) || (type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(Task<>) || type.GetGenericTypeDefinition() == typeof(ValueTask<>)));

    private static bool IsGenerated(Type type) =>
        type.Name.Contains('<', StringComparison.Ordinal)
        || type.IsDefined(typeof(CompilerGeneratedAttribute))
        || type.Namespace is null
        || type.Namespace.StartsWith("AspNetCoreGeneratedDocument", StringComparison.Ordinal)
        || type.Namespace.StartsWith("Microsoft.", StringComparison.Ordinal)
        || type.Namespace.StartsWith("System.", StringComparison.Ordinal)
        || (type.DeclaringType is { } outer && IsGenerated(outer));

    /// <summary>A tag helper, a page, and a module's tables by name (<c>FormsData</c>) are called so by everyone.</summary>
    private static bool IsAllowedName(Type type, string name) =>
        name.EndsWith("TagHelper", StringComparison.Ordinal)
        || (name.EndsWith("Data", StringComparison.Ordinal) && (type is { IsAbstract: true, IsSealed: true } || name is "ReferenceData" or "IPersonalData"))
        || name is "TenantModel";

    [GeneratedRegex(@"\bIgnoreQueryFilters\b")]
    private static partial Regex Ignore();

    [GeneratedRegex(@"\b(FromSql|ExecuteSql|SqlQuery)\w*|\bNpgsql(Command|Connection|DataSource)\b")]
    private static partial Regex RawSql();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b")]
    private static partial Regex Clock();

    [GeneratedRegex(@"\bHtml\.Raw\b|\bnew HtmlString\b")]
    private static partial Regex Raw();

    [GeneratedRegex(@"\)\.Result\b|\.Wait\(\)|\.GetAwaiter\(\)\.GetResult\(\)")]
    private static partial Regex Waiting();

    [GeneratedRegex(@"\bnew HttpClient\(")]
    private static partial Regex Client();

    [GeneratedRegex(@"\bThread\.Sleep\b")]
    private static partial Regex Sleep();

    [GeneratedRegex(@"\bConsole\.\w+")]
    private static partial Regex Printing();

    [GeneratedRegex(@"^\s*#(region|nullable\s+disable)|\b(TODO|FIXME|HACK|XXX)\b|#pragma warning disable")]
    private static partial Regex Leftover();

    [GeneratedRegex(@"^\s*//(?!/).*[;{}]\s*$|^\s*//\s*(if|for|foreach|while|return|await|var)\b.*[()=]|@\*\s*<\w+.*\*@")]
    private static partial Regex CommentedCode();

    [GeneratedRegex(@"\sstyle=""|<style\b|<script(?![^>]*\ssrc=)|\son\w+=""")]
    private static partial Regex Inline();

    private interface IOnlyOne;

    private sealed class OnlyOne : IOnlyOne
    {
        public static Task Run() => Task.CompletedTask;
    }

    private sealed class FormManager;
}
