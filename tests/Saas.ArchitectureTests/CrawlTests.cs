using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Saas.Shell.Identity;
using Xunit.Abstractions;

namespace Saas.ArchitectureTests;

/// <summary>A robot opens every page of the endpoint table as everyone who might: its own people, and the neighbour with its identifiers.</summary>
public sealed partial class CrawlTests(SaasHost host, ITestOutputHelper output) : IClassFixture<SaasHost>
{
    /// <summary>Pages of communes and of the platform. Raise it with each new page; it never shrinks by accident.</summary>
    private const int Pages = 190;

    /// <summary>Addresses that exist for whatever is written in them.</summary>
    private static readonly Dictionary<string, string> AnswersStrangers = new(StringComparer.Ordinal)
    {
        ["/demandes/{reference}"] = "asks for the code, whatever the reference: it never tells which exist",
        ["/demandes/{reference}/avis"] = "leads back to the page that asks for the code",
        ["/demandes/{reference}/fermer"] = "forgets a reference in this browser, whatever the reference",
        ["/demandes/{reference}/completer"] = "leads back to the page that asks for the code",
        ["/demandes/{reference}/message"] = "leads back to the page that asks for the code",
        ["/demarches/reprendre/{token}"] = "says of any link that leads to no draft that it does not",
        ["/erreur/{code:int}"] = "says in words what a number means",
    };

    /// <summary>Addresses that no link shows.</summary>
    private static readonly Dictionary<string, string> NotLinked = new(StringComparer.Ordinal)
    {
        ["/demarches/reprendre/{token}"] = "/demarches/reprendre/perdu",
        ["/erreur/{code:int}"] = "/erreur/404",
    };

    /// <summary>The slug of a group of communes that has something of everything, too.</summary>
    private const string Group = "pays-des-garrigues";

    private static readonly Lazy<Task<Commune>> ExploredGroup = new(ExploreGroupAsync);

    private static readonly Lazy<Task<(Commune Claret, Commune Matelles)>> Explored = new(ExploreAsync);

    private IReadOnlyList<PageAt> All { get; } = PageAt.Of(host);

    private IEnumerable<PageAt> OfCommunes => All.Where(page => !page.OnPlatform);

    [Fact]
    public void The_crawl_knows_every_page()
    {
        output.WriteLine($"{All.Count} pages, {All.Count(page => page.HasParameters)} of them with parameters");

        Assert.True(All.Count >= Pages, $"There were {Pages} pages and there are {All.Count}: say why by changing the number.");
    }

    [Fact]
    public async Task Every_page_with_parameters_opens_for_its_own_people()
    {
        var (claret, _) = await Explored.Value;

        Expect.None(OfCommunes.Where(page => page.HasParameters).SelectMany(page => OwnViolations(page, AddressesOf(page, claret), claret)));
    }

    [Fact]
    public async Task No_link_leads_nowhere_and_no_page_breaks()
    {
        var (claret, matelles) = await Explored.Value;
        output.WriteLine($"{claret.Answers.Count} addresses opened in one commune, {matelles.Answers.Count} in the other");

        Expect.None(claret.Answers.Values.Concat(matelles.Answers.Values).SelectMany(LinkViolations));
    }

    [Fact]
    public async Task A_group_of_communes_has_every_page_of_a_commune_and_everyone_can_read_it()
    {
        var group = await ExploredGroup.Value;
        output.WriteLine($"{group.Answers.Count} addresses opened in a group");

        Expect.None(OfCommunes.Where(page => page.HasParameters).SelectMany(page => OwnViolations(page, AddressesOf(page, group), group)));
        Expect.None(group.Answers.Values.SelectMany(LinkViolations));
        Expect.None(group.Answers.Values.Where(answer => answer.Html is not null && answer.Status == 200).SelectMany(page => MarkupViolations(page.Address, page.Html!)));
    }

    [Fact]
    public async Task A_group_of_communes_is_nowhere_called_a_commune_or_a_town_hall()
    {
        var group = await ExploredGroup.Value;
        var pages = group.Answers.Values.Where(answer => answer.Html is not null && answer.Status == 200).ToList();
        Assert.NotEmpty(pages);

        Expect.None(pages.SelectMany(page => NamingViolations(page.Address, page.Html!)));
    }

    [Theory]
    [InlineData("<title>x</title><p>Écrivez à la mairie.</p>")]
    [InlineData("<title>x</title><p>La mairie vous répond.</p>")]
    [InlineData("<title>Site de la commune</title>")]
    [InlineData("<title>x</title><meta name=description content='Les nouvelles de la commune'>")]
    [InlineData("<title>x</title><p>Blason de la Communauté</p>")]
    public void A_group_that_is_called_a_commune_is_caught(string html) =>
        Assert.Single(NamingViolations("/x", new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html)));

    [Fact]
    public async Task Nobody_opens_a_page_that_is_not_for_them()
    {
        var (claret, _) = await Explored.Value;
        var visitors = Roles.OfCommunes
            .Select(role => (Browser: host.Visit(SaasHost.Claret, role), Role: (Role?)role))
            .Append((Browser: host.Visit(SaasHost.Claret), Role: null))
            .Append((Browser: await Assistance.EnterAsync(host, SaasHost.Claret, mayAct: true), Role: Role.Assistance))
            .ToList();

        var violations = new List<string>();
        foreach (var page in OfCommunes.Where(page => !page.Address.EndsWith("/deconnexion", StringComparison.Ordinal)))
        {
            foreach (var address in page.HasParameters ? AddressesOf(page, claret).Take(2) : [page.Address])
            {
                foreach (var (browser, role) in visitors)
                {
                    violations.AddRange(AccessViolations(page, role, May(page, role), await Answer.GetAsync(browser, address)));
                }
            }
        }

        Expect.None(violations);
    }

    [Fact]
    public async Task An_operator_who_may_only_look_opens_pages_and_sends_nothing()
    {
        var (_, matelles) = await Explored.Value;
        var browser = await Assistance.EnterAsync(host, SaasHost.Matelles, mayAct: false);
        var token = await TokenAsync(browser, "/gestion");
        var posts = OfCommunes.Where(page => page.Permission is not null && page.Model?.GetMethods().Any(method => method.Name.StartsWith("OnPost", StringComparison.Ordinal)) == true).ToList();
        Assert.NotEmpty(posts);

        var violations = new List<string>();
        foreach (var page in posts)
        {
            foreach (var address in page.HasParameters ? AddressesOf(page, matelles).Take(1) : [page.Address])
            {
                violations.AddRange(AccessViolations(page, Role.Assistance, may: false, await Answer.PostAsync(browser, address, ("__RequestVerificationToken", token))));
            }
        }

        Expect.None(violations);
    }

    [Fact]
    public async Task The_console_is_for_the_operator()
    {
        var violations = new List<string>();
        var (visitor, operatorOfPlatform) = (host.VisitPlatform(), host.VisitPlatform(signedIn: true));
        foreach (var page in All.Where(page => page.OnPlatform && !page.HasParameters && !page.Address.EndsWith("/deconnexion", StringComparison.Ordinal)))
        {
            violations.AddRange(AccessViolations(page, null, page.IsPublic, await Answer.GetAsync(visitor, page.Address)));
            violations.AddRange(AccessViolations(page, Role.Operator, may: true, await Answer.GetAsync(operatorOfPlatform, page.Address)));
            var inCommune = await Answer.GetAsync(host.Visit(SaasHost.Claret, Role.Administrator), page.Address);
            if (page.Address.StartsWith("/console", StringComparison.Ordinal) && inCommune.Status != 404)
            {
                violations.Add($"{page} answers {inCommune.Status} in a commune.");
            }
        }

        Expect.None(violations);
    }

    [Fact]
    public async Task Nothing_of_another_commune_exists()
    {
        var (claret, matelles) = await Explored.Value;
        var visitor = host.Visit(SaasHost.Matelles);
        var token = await TokenAsync(matelles.Administrator, "/gestion");

        var violations = new List<string>();
        foreach (var page in OfCommunes.Where(page => page.HasParameters))
        {
            foreach (var address in AddressesOf(page, claret).Except(matelles.Answers.Keys.Select(Commune.PathOf)))
            {
                violations.AddRange(StrangerViolations(page, claret, await Answer.GetAsync(matelles.Administrator, address)));
                violations.AddRange(StrangerViolations(page, claret, await Answer.GetAsync(visitor, address)));
                violations.AddRange(StrangerViolations(page, claret, await Answer.PostAsync(matelles.Administrator, address, ("__RequestVerificationToken", token))));
                violations.AddRange(StrangerViolations(page, claret, await Answer.PostAsync(visitor, address)));
            }
        }

        Expect.None(violations.Distinct());
    }

    [Fact]
    public async Task Neither_a_group_nor_its_members_see_what_the_other_has()
    {
        var group = await ExploredGroup.Value;
        var (claret, _) = await Explored.Value;

        var violations = new List<string>();
        foreach (var (owner, stranger) in new[] { (group, claret), (claret, group) })
        {
            foreach (var page in OfCommunes.Where(page => page.HasParameters))
            {
                foreach (var address in AddressesOf(page, owner).Except(stranger.Answers.Keys.Select(Commune.PathOf)))
                {
                    violations.AddRange(StrangerViolations(page, owner, await Answer.GetAsync(stranger.Administrator, address)));
                    violations.AddRange(StrangerViolations(page, owner, await Answer.GetAsync(host.Visit(stranger.Insee), address)));
                }
            }
        }

        Expect.None(violations.Distinct());
    }

    [Fact]
    public async Task Nothing_is_done_without_the_antiforgery_token()
    {
        var (claret, _) = await Explored.Value;

        var violations = new List<string>();
        foreach (var page in OfCommunes.Where(page => page.Model?.GetMethods().Any(method => method.Name.StartsWith("OnPost", StringComparison.Ordinal)) == true && !page.Address.EndsWith("/deconnexion", StringComparison.Ordinal)))
        {
            foreach (var address in page.HasParameters ? AddressesOf(page, claret).Take(1) : [page.Address])
            {
                var by = page.IsPublic ? claret.Resident : claret.Administrator;
                violations.AddRange(ForgeryViolations(page, await Answer.PostAsync(by, address), (await Answer.GetAsync(by, address)).Location));
            }
        }

        Expect.None(violations);
    }

    [Fact]
    public async Task Every_page_can_be_read_by_everyone()
    {
        var (claret, matelles) = await Explored.Value;
        var pages = claret.Answers.Values.Concat(matelles.Answers.Values).Where(answer => answer.Html is not null && answer.Status == 200).ToList();
        Assert.NotEmpty(pages);

        Expect.None(pages.SelectMany(page => MarkupViolations(page.Address, page.Html!)));
    }

    [Theory]
    [InlineData("<html><head><title>x</title></head><body><h1>x</h1></body></html>")]
    [InlineData("<html lang=fr><head><title></title></head><body><h1>x</h1></body></html>")]
    [InlineData("<html lang=fr><head><title>x</title></head><body><h1>x</h1><h1>y</h1></body></html>")]
    [InlineData("<html lang=fr><head><title>x</title></head><body><h1>x</h1><input name=a></body></html>")]
    [InlineData("<html lang=fr><head><title>x</title></head><body><h1>x</h1><label for=a></label><input id=a name=a></body></html>")]
    [InlineData("<html lang=fr><head><title>x</title></head><body><h1>x</h1><p id=a></p><p id=a></p></body></html>")]
    [InlineData("<html lang=fr><head><title>x</title></head><body><h1>x</h1><p style='color:red'>x</p></body></html>")]
    [InlineData("<html lang=fr><head><title>x</title></head><body><h1>x</h1><script>alert(1)</script></body></html>")]
    [InlineData("<html lang=fr><head><title>x</title></head><body><h1>x</h1><img src=/a.png></body></html>")]
    [InlineData("<html lang=fr><head><title>x</title></head><body><h1>x</h1><a href=/a></a></body></html>")]
    [InlineData("<html lang=fr><head><title>x</title></head><body><h1>x</h1><table><tr><td>x</td></tr></table></body></html>")]
    [InlineData("<html lang=fr><head><title>x</title></head><body><h1>x</h1><input aria-label=a aria-describedby=none></body></html>")]
    [InlineData("<html lang=fr><head><title>x</title></head><body><h1>x</h1><p>Ouvert : lundi</p></body></html>")]
    public void A_page_that_some_cannot_read_is_caught(string html) =>
        Assert.Single(MarkupViolations("/x", new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html)));

    [Fact]
    public async Task A_page_that_opens_for_the_wrong_people_is_caught()
    {
        var page = new PageAt("/gestion/x/{id:guid}", "Forms", "/X", [new RequiresAttribute("forms.compose")]);
        var (claret, matelles) = await Explored.Value;
        var opened = new Answer("/gestion/x", claret.Resident, 200, null, $"Bonjour {claret.Mark}", null);

        Assert.Single(AccessViolations(page, role: null, may: false, opened));
        Assert.Single(AccessViolations(page, Role.Administrator, may: true, opened with { Status = 500 }));
        Assert.Single(AccessViolations(page, Role.Administrator, may: true, opened with { Status = 403 }));
        Assert.Single(StrangerViolations(page, claret, opened with { Text = "Un autre texte." }));
        Assert.Single(StrangerViolations(page, claret, opened with { Status = 404 }));
        Assert.Single(StrangerViolations(page, claret, opened with { Status = 400, Text = "" }));
        Assert.Empty(StrangerViolations(page, matelles, opened with { Status = 404 }));
        Assert.Single(ForgeryViolations(page, opened with { Status = 302, Location = "/gestion/x" }, openedLeadsTo: null));
        Assert.Single(LinkViolations(opened with { Status = 404 }));
        Assert.Single(OwnViolations(page, [], claret));
    }

    internal static IEnumerable<string> OwnViolations(PageAt page, IReadOnlyCollection<string> addresses, Commune commune)
    {
        if (addresses.Count == 0)
        {
            yield return $"{page}: no address of it is linked anywhere. Plant one, or name it in NotLinked.";
        }
        else if (!addresses.Any(commune.Opens) && !NotLinked.ContainsKey(page.Address))
        {
            yield return $"{page} does not open for its own people at {string.Join(", ", addresses)}.";
        }
    }

    internal static IEnumerable<string> LinkViolations(Answer answer) => answer.Status is 404 or >= 500
        ? [$"{answer.Address} is linked and answers {answer.Status}."]
        : [];

    internal static IEnumerable<string> AccessViolations(PageAt page, Role? role, bool may, Answer answer)
    {
        var who = role is { } known ? known.ToString() : "A visitor";
        if (answer.Status >= 500)
        {
            yield return $"{page} breaks for {who}: {answer.Status}.";
        }
        else if (!may && answer.Status != 403 && !answer.AsksToSignIn && answer.Status != 404)
        {
            yield return $"{who} opens {page}: {answer.Status}.";
        }
        else if (may && (answer.Status == 403 || (answer.AsksToSignIn && page.Permission is not null)))
        {
            yield return $"{who} does not open {page}: {answer.Status}.";
        }
    }

    internal static IEnumerable<string> StrangerViolations(PageAt page, Commune owner, Answer answer)
    {
        if (answer.Text.Contains(owner.Mark, StringComparison.Ordinal))
        {
            yield return $"{page} shows the neighbour what belongs to {owner.Insee} at {answer.Address}.";
        }
        else if (answer.Status is not (404 or 405) && !answer.AsksToSignIn && !(AnswersStrangers.ContainsKey(page.Address) && answer.Status is 200 or 302))
        {
            yield return $"{page} answers {answer.Status} to the neighbour instead of 404.";
        }
    }

    /// <summary>A page that leads elsewhere when it is only opened does so without having acted.</summary>
    internal static IEnumerable<string> ForgeryViolations(PageAt page, Answer answer, string? openedLeadsTo) =>
        answer.Status is >= 500 || (answer.Status is >= 300 and < 400 && answer.Location != openedLeadsTo)
            ? [$"{page} answers {answer.Status} to a form without token."]
            : [];

    /// <summary>« La mairie de votre commune » is another one, and rightly named.</summary>
    internal static IEnumerable<string> NamingViolations(string address, IHtmlDocument page) =>
        Misnaming().Matches($"{page.Title} {page.QuerySelector("meta[name=description]")?.GetAttribute("content")} {page.Body!.TextContent}")
            .Select(wrong => wrong.Value).Distinct()
            .Select(wrong => $"{address} says « {wrong} » in a group of communes.");

    internal static IEnumerable<string> MarkupViolations(string address, IHtmlDocument page)
    {
        if (page.DocumentElement.GetAttribute("lang") != "fr")
        {
            yield return $"{address} does not say its language.";
        }

        if (string.IsNullOrWhiteSpace(page.Title))
        {
            yield return $"{address} has no title.";
        }

        if (page.QuerySelectorAll("h1").Length != 1)
        {
            yield return $"{address} has {page.QuerySelectorAll("h1").Length} h1.";
        }

        foreach (var field in page.QuerySelectorAll("input, select, textarea").Where(field => field.GetAttribute("type") is not ("hidden" or "submit" or "button") && !IsHidden(field) && !HasLabel(page, field)))
        {
            yield return $"{address}: {field.GetAttribute("name")} has no label.";
        }

        foreach (var same in page.QuerySelectorAll("[id]").GroupBy(element => element.Id).Where(same => same.Count() > 1))
        {
            yield return $"{address}: {same.Count()} elements are called {same.Key}.";
        }

        foreach (var inline in page.QuerySelectorAll("[style], style, script:not([src])").Where(element => element.GetAttribute("type") is not "application/ld+json"))
        {
            yield return $"{address}: {inline.LocalName} has a style or a script of its own.";
        }

        foreach (var image in page.QuerySelectorAll("img:not([alt])"))
        {
            yield return $"{address}: {image.GetAttribute("src")} has no alt.";
        }

        foreach (var link in page.QuerySelectorAll("a[href], button").Where(link => string.IsNullOrWhiteSpace(link.TextContent) && string.IsNullOrWhiteSpace(link.GetAttribute("aria-label")) && link.QuerySelector("img[alt]:not([alt=''])") is null))
        {
            yield return $"{address}: a {link.LocalName} has no words ({link.GetAttribute("href")}).";
        }

        foreach (var table in page.QuerySelectorAll("table").Where(table => table.QuerySelector("caption") is null))
        {
            yield return $"{address}: a table has no caption ({table.ClassName}).";
        }

        foreach (var described in page.QuerySelectorAll("[aria-describedby], [aria-labelledby]"))
        {
            foreach (var id in $"{described.GetAttribute("aria-describedby")} {described.GetAttribute("aria-labelledby")}".Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(id => page.GetElementById(id) is null))
            {
                yield return $"{address}: {described.LocalName} is described by {id}, which is not there.";
            }
        }

        foreach (var words in WordRules.Violations(ShownText(page)).Distinct())
        {
            yield return $"{address}: « {words} » may break before its last sign, or has a straight apostrophe.";
        }
    }

    /// <summary>What is being typed is its author’s; the spaces of the markup are not the text’s.</summary>
    private static string ShownText(IHtmlDocument page)
    {
        var shown = page.Descendants<IText>().Where(text => text.ParentElement?.Closest("script, style, textarea") is null);
        return page.Title + "\n" + Spaces().Replace(string.Concat(shown.Select(text => text.Data)), " ");
    }

    private static bool IsHidden(IElement field) => field.Closest("[hidden], [aria-hidden=true]") is not null;

    private static bool HasLabel(IHtmlDocument page, IElement field) =>
        !string.IsNullOrWhiteSpace(field.GetAttribute("aria-label"))
        || field.HasAttribute("aria-labelledby")
        || !string.IsNullOrWhiteSpace(field.Closest("label")?.TextContent)
        || (field.Id is { Length: > 0 } id && page.QuerySelectorAll("label").Any(label => label.GetAttribute("for") == id && !string.IsNullOrWhiteSpace(label.TextContent)));

    private static async Task<(Commune, Commune)> ExploreAsync()
    {
        var host = new SaasHost();
        await host.InitializeAsync();
        return (await Commune.ExploreAsync(host, SaasHost.Claret), await Commune.ExploreAsync(host, SaasHost.Matelles));
    }

    private static async Task<Commune> ExploreGroupAsync()
    {
        var host = new SaasHost();
        await host.InitializeAsync();
        await host.FoundGroupAsync(Group, "Communauté de communes du Pays des Garrigues", SaasHost.Claret, SaasHost.Matelles);
        return await Commune.ExploreAsync(host, Group);
    }

    private static async Task<string> TokenAsync(Browser browser, string address) =>
        (await browser.OpenAsync(address)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    private bool May(PageAt page, Role? role) =>
        page.IsPublic || (role is { } known && ((Saas.Shell.Modules.ModuleCatalog)host.Application.Services.GetService(typeof(Saas.Shell.Modules.ModuleCatalog))!).Allows(known, page.Permission!));

    /// <summary>The commune's own addresses of a page: those it matches, and that no more literal page matches.</summary>
    private List<string> AddressesOf(PageAt page, Commune commune) => NotLinked.TryGetValue(page.Address, out var known)
        ? [known]
        : commune.Answers.Keys.Select(Commune.PathOf).Distinct()
            .Where(address => Pattern(page).IsMatch(address) && !OfCommunes.Any(other => other != page && Literals(other) > Literals(page) && Pattern(other).IsMatch(address)))
            .Order(StringComparer.Ordinal)
            .ToList();

    private static int Literals(PageAt page) => page.Address.Split('/').Count(part => !part.Contains('{', StringComparison.Ordinal));

    private static Regex Pattern(PageAt page) => new("^" + Part().Replace(page.Address.Replace(".", "\\.", StringComparison.Ordinal), part => part.Groups[1].Value switch
    {
        "guid" => "[0-9a-f-]{36}",
        "int" => "[0-9]+",
        var constraint when constraint.StartsWith("regex(", StringComparison.Ordinal) => constraint["regex(".Length..^1].TrimStart('^').TrimEnd('$').Replace("\\.", ".", StringComparison.Ordinal),
        _ => "[^/]+",
    }) + "$");

    [GeneratedRegex(@"\b[Ll]a mairie\b(?! de (?:votre|la) commune)|(?<!mairie de )\b[Ll]a commune\b|\bMairie\b|\bBlason\b")]
    private static partial Regex Misnaming();

    [GeneratedRegex(@"\{\*{0,2}\w+(?::((?:[^{}]|\{\{|\}\})+))?\}")]
    private static partial Regex Part();

    [GeneratedRegex(@"[ \t\r\n]+")]
    private static partial Regex Spaces();
}
