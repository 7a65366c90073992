using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.ArchitectureTests;

/// <summary>What every page of every module says of itself.</summary>
public sealed partial class PageRules(SaasHost host) : IClassFixture<SaasHost>
{
    /// <summary>Pages of the back office that are open to whoever has no session yet.</summary>
    private static readonly Dictionary<string, string> OpenInTheBackOffice = new(StringComparer.Ordinal)
    {
        ["/gestion/connexion"] = "one signs in there",
        ["/gestion/connexion/code"] = "one ends signing in there",
        ["/console/connexion/code"] = "one ends signing in there",
        ["/gestion/invitation"] = "one arrives there from the mail, with a token that serves once",
        ["/gestion/nouvelle-adresse"] = "one arrives there from the mail, with a token that serves once",
        ["/console/nouvelle-adresse"] = "one arrives there from the mail, with a token that serves once",
        ["/gestion/arrivee"] = "one arrives there from another commune, with a ticket that serves once",
        ["/gestion/deconnexion"] = "one leaves there, also when the session has just expired",
        ["/gestion/mot-de-passe-oublie"] = "one asks for a new password there",
        ["/gestion/nouveau-mot-de-passe"] = "one arrives there from the mail, with a token that serves once",
        ["/console/connexion"] = "one signs in there",
        ["/console/deconnexion"] = "one leaves there",
        ["/console/mot-de-passe-oublie"] = "one asks for a new password there",
        ["/console/nouveau-mot-de-passe"] = "one arrives there with a token that serves once",
    };

    /// <summary>Pages whose POST comes without a token of their own.</summary>
    private static readonly Dictionary<string, string> SentFromElsewhere = new(StringComparer.Ordinal)
    {
        ["/gestion/arrivee"] = "another commune's page, or the console's, sends a ticket that serves once; CommuneSwitch and AssistanceTickets check the origin",
    };

    /// <summary>Addresses that are not Razor pages.</summary>
    private static readonly Dictionary<string, string> NotPages = new(StringComparer.Ordinal)
    {
        ["/health/live"] = "asked by load balancers",
        ["/health/ready"] = "asked by load balancers",
        ["/favicon.ico"] = "asked for by browsers without looking at the page",
        ["/identite-{accent}-{version}.css"] = "the commune's accent, for every visitor",
        ["/identite/images/{id:guid}"] = "its blason and banner, for every visitor",
        ["/dev/mails"] = "mapped in development only, where no mail leaves",
        ["/dev/mails/{id:guid}"] = "mapped in development only, where no mail leaves",
        ["/{**path:file}"] = "files that do not exist get a 404 for everyone, not a sign-in",
    };

    private IReadOnlyList<PageAt> Pages { get; } = PageAt.Of(host);

    [Fact]
    public void Every_page_says_who_may_open_it()
    {
        Assert.NotEmpty(Pages);

        Expect.None(AccessViolations(Pages));
    }

    [Fact]
    public void A_page_that_says_nothing_or_two_things_is_caught()
    {
        Assert.Single(AccessViolations([new PageAt("/x", "Forms", "/X", [])]));
        Assert.Single(AccessViolations([new PageAt("/x", "Forms", "/X", [new PublicAttribute(), new RequiresAttribute("forms.compose")])]));
    }

    [Fact]
    public void Every_page_of_the_back_office_and_of_the_console_asks_for_a_permission()
    {
        Assert.Contains(Pages, IsBackOffice);

        Expect.None(BackOfficeViolations(Pages));
    }

    [Fact]
    public void A_public_page_in_the_back_office_or_a_console_on_communes_is_caught()
    {
        Assert.Single(BackOfficeViolations([new PageAt("/gestion/formulaires", "Forms", "/X", [new PublicAttribute()])]));
        Assert.Single(BackOfficeViolations([new PageAt("/console/x", "Platform", "/X", [new RequiresAttribute("platform.operate")])]));
    }

    [Fact]
    public void Every_exception_is_still_needed()
    {
        var known = Pages.Select(page => page.Address).ToHashSet(StringComparer.Ordinal);

        Assert.All(OpenInTheBackOffice.Keys, address => Assert.Contains(address, known));
    }

    [Fact]
    public void Addresses_that_are_not_pages_are_few_and_named()
    {
        var found = host.Application.Services.GetServices<EndpointDataSource>()
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(endpoint => !Pages.Any(page => page.Metadata.SequenceEqual(endpoint.Metadata)) && endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
            .ToList();
        Assert.NotEmpty(found);

        Expect.None(UnnamedViolations(found, NotPages));
    }

    [Fact]
    public void An_address_mapped_aside_is_caught() => Assert.Single(UnnamedViolations(["/health/live", "/api/secret"], NotPages));

    [Fact]
    public void No_two_pages_answer_the_same_address_in_the_same_place()
    {
        Assert.Contains(Pages, page => page.OnPlatform);

        Expect.None(AddressViolations(Pages));
    }

    [Fact]
    public void Two_pages_at_one_address_an_upper_case_and_an_accent_are_caught()
    {
        Assert.Single(AddressViolations([new PageAt("/x/{id:guid}", "A", "/X", []), new PageAt("/x/{other:guid}", "B", "/Y", [])]));
        Assert.Single(AddressViolations([new PageAt("/Demarches", "A", "/X", [])]));
        Assert.Single(AddressViolations([new PageAt("/démarches", "A", "/X", [])]));
        Expect.None(AddressViolations([new PageAt("/", "A", "/X", []), new PageAt("/", "B", "/Y", [new OnPlatformAttribute()])]));
    }

    [Fact]
    public void Every_page_states_its_address_in_full()
    {
        var pages = PageFiles();
        Assert.Equal(Pages.Select(page => page.File).Distinct().Count(), pages.Count);

        Expect.None(pages.SelectMany(DirectiveViolations));
    }

    [Fact]
    public void A_page_without_its_address_is_caught()
    {
        Assert.Single(DirectiveViolations(new SourceFile("X.cshtml", "@page\n<h1>x</h1>")));
        Assert.Single(DirectiveViolations(new SourceFile("X.cshtml", "@page \"{id:guid}\"\n<h1>x</h1>")));
    }

    [Fact]
    public void Reading_a_page_never_saves()
    {
        var pages = Codebase.Files("*.cs", "src/Modules");
        Assert.Contains(pages, page => OnGet().IsMatch(page.Text));

        Expect.None(pages.SelectMany(GetViolations));
    }

    [Fact]
    public void A_GET_that_saves_directly_or_through_another_method_is_caught()
    {
        Assert.Single(GetViolations(new SourceFile("X.cs", "class X { public async Task OnGetAsync() { await db.SaveChangesAsync(cancel); } }")));
        Assert.Single(GetViolations(new SourceFile("X.cs", "class X { public Task OnGetAsync() => CountAsync(); private async Task CountAsync() { if (a) { await rows.ExecuteUpdateAsync(b); } } }")));
        Expect.None(GetViolations(new SourceFile("X.cs", "class X { public Task OnGetAsync() => ShowAsync(); public async Task OnPostAsync() { await db.SaveChangesAsync(cancel); } }")));
    }

    [Fact]
    public void Every_POST_passes_the_antiforgery_check()
    {
        Assert.Contains(host.Application.Services.GetRequiredService<IOptions<MvcOptions>>().Value.Filters, filter => filter is TypeFilterAttribute { ImplementationType: var type } && type == typeof(NothingTypedIsLost));

        Expect.None(Codebase.Files("*.cs", "src/Modules", "src/Saas.Web").Concat(Codebase.Files("*.cshtml", "src/Modules")).SelectMany(AntiforgeryViolations));
        Assert.Equal(SentFromElsewhere.Keys, Pages.Where(page => page.Metadata.OfType<SentByAnotherCommuneAttribute>().Any()).Select(page => page.Address));
    }

    [Fact]
    public void A_page_that_skips_the_antiforgery_check_is_caught() =>
        Assert.Single(AntiforgeryViolations(new SourceFile("X.cs", "[IgnoreAntiforgeryToken]\nclass X;")));

    [Fact]
    public void Whatever_can_be_refused_can_be_shown_again()
    {
        var posts = Pages.Where(page => page.Model is { } model && Posts(model)).ToList();
        Assert.NotEmpty(posts);

        Expect.None(FormViolations(posts));
    }

    [Fact]
    public void A_page_that_cannot_be_shown_again_is_caught() =>
        Assert.Single(FormViolations([Page(typeof(Forgetful))]));

    internal static IEnumerable<string> AccessViolations(IEnumerable<PageAt> pages) => pages
        .Where(page => page.IsPublic == page.Permission is not null)
        .Select(page => $"{page} must say [Public] or [Requires(…)], one of them.");

    internal static IEnumerable<string> BackOfficeViolations(IEnumerable<PageAt> pages) => pages
        .Where(page => IsBackOffice(page) && page.Permission is null && !OpenInTheBackOffice.ContainsKey(page.Address))
        .Select(page => $"{page} is in the back office and asks for no permission.")
        .Concat(pages
            .Where(page => page.Address.StartsWith("/console", StringComparison.Ordinal) != (page.OnPlatform && page.Address is not "/" and not "/erreur/{code:int}"))
            .Select(page => $"{page}: the console is the platform's, and the platform's pages are in the console."));

    internal static IEnumerable<string> UnnamedViolations(IEnumerable<string> addresses, Dictionary<string, string> named) => addresses
        .Where(address => !named.ContainsKey(address))
        .Select(address => $"{address} is mapped outside the pages, without a reason in this test.");

    internal static IEnumerable<string> AddressViolations(IReadOnlyCollection<PageAt> pages) => pages
        .GroupBy(page => (page.OnPlatform, Parameter().Replace(page.Address, "{$1}")))
        .Where(same => same.Count() > 1)
        .Select(same => $"{string.Join(" and ", same)} answer the same address.")
        .Concat(pages.Where(page => !Written().IsMatch(Parameter().Replace(page.Address, "x"))).Select(page => $"{page}: addresses are lower case, without accent or underscore."));

    internal static IEnumerable<string> DirectiveViolations(SourceFile page) =>
        Directive().IsMatch(page.Text) ? [] : [$"{page.Path} does not start with @page and its address in full."];

    internal static IEnumerable<string> GetViolations(SourceFile page)
    {
        var methods = Methods(page.Text);
        var reached = new Queue<string>(methods.Keys.Where(name => name.StartsWith("OnGet", StringComparison.Ordinal)));
        var seen = reached.ToHashSet(StringComparer.Ordinal);
        while (reached.TryDequeue(out var name))
        {
            if (Saves().Match(methods[name]) is { Success: true } save)
            {
                yield return $"{page.Path}: reading the page reaches {save.Value} in {name}.";
            }

            foreach (var called in methods.Keys.Where(other => Regex.IsMatch(methods[name], $@"(?<![\w.]){other}\(") && seen.Add(other)))
            {
                reached.Enqueue(called);
            }
        }
    }

    internal static IEnumerable<string> AntiforgeryViolations(SourceFile file) =>
        file.Text.Contains("IgnoreAntiforgeryToken", StringComparison.Ordinal) || file.Text.Contains("asp-antiforgery=\"false\"", StringComparison.Ordinal)
            ? [$"{file.Path} skips the antiforgery check."]
            : [];

    internal static IEnumerable<string> FormViolations(IEnumerable<PageAt> pages) => pages
        .Where(page => page.Model!.GetProperties().Any(property => property.IsDefined(typeof(BindPropertyAttribute), inherit: true)) && !page.Model.IsAssignableTo(typeof(FormPage)))
        .Select(page => $"{page} reads what was typed and is no FormPage: what an expired page sends would be lost.");

    private static bool IsBackOffice(PageAt page) =>
        page.Address is "/gestion" or "/console"
        || page.Address.StartsWith("/gestion/", StringComparison.Ordinal)
        || page.Address.StartsWith("/console/", StringComparison.Ordinal);

    private static bool Posts(Type model) => model.GetMethods().Any(method => method.Name.StartsWith("OnPost", StringComparison.Ordinal));

    private static List<SourceFile> PageFiles() => Codebase.Files("*.cshtml", "src/Modules").Where(file => file.Name[0] != '_').ToList();

    /// <summary>Name and body of each method, by counting braces: enough for code that the formatter keeps regular.</summary>
    private static Dictionary<string, string> Methods(string text)
    {
        var methods = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Match method in Method().Matches(text))
        {
            var body = text[(method.Index + method.Length)..];
            methods[method.Groups[1].Value] = methods.GetValueOrDefault(method.Groups[1].Value) + (body.StartsWith('{') ? Block(body) : body[..Math.Max(0, body.IndexOf(';', StringComparison.Ordinal))]);
        }

        return methods;
    }

    private static string Block(string body)
    {
        var depth = 0;
        for (var at = 0; at < body.Length; at++)
        {
            depth += body[at] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0)
            {
                return body[..at];
            }
        }

        return body;
    }

    private static PageAt Page(Type model) =>
        new("/x", "Sample", "/X", [new CompiledPageActionDescriptor { HandlerTypeInfo = model.GetTypeInfo() }]);

    private sealed class Forgetful : PageModel
    {
        [BindProperty]
        public string? Typed { get; set; }

        public PageResult OnPost() => Page();
    }

    [GeneratedRegex(@"\bOnGet(Async)?\(")]
    private static partial Regex OnGet();

    [GeneratedRegex(@"\{\w+(:\w+)?[^}]*\}")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"^/([a-z0-9.-]+(/[a-z0-9.-]+)*)?$")]
    private static partial Regex Written();

    [GeneratedRegex(@"^\s*@page ""/")]
    private static partial Regex Directive();

    [GeneratedRegex(@"\b(SaveChangesAsync|ExecuteUpdateAsync|ExecuteDeleteAsync)\b")]
    private static partial Regex Saves();

    [GeneratedRegex(@"(?:public|private|protected|internal)[\w\s<>,?\[\]().]*?\s(\w+)(?:<\w+>)?\((?:[^()]|\([^()]*\))*\)\s*(?:where[^{=]*)?(?==>|\{)")]
    private static partial Regex Method();
}
