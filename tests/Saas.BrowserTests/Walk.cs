using System.Text.Json;
using Microsoft.Playwright;

namespace Saas.BrowserTests;

/// <summary>
/// Goes from link to link, to one address of every page, and has each looked at by axe-core at two widths. An address given to start
/// from is always opened: the same page may have several states.
/// </summary>
internal sealed class Walk(Visitor visitor, PageTable pages, bool onPlatform = false)
{
    private const string Axe = "async () => (await axe.run(document, {"
        + " runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] })).violations"
        + ".map(v => `${v.id}: ${v.help}. ${v.nodes.slice(0, 3).map(n => `${n.target.join(' ')} (${(n.any[0] || n.all[0] || n.none[0] || {}).message})`).join(' ; ')}`)";

    private const string Links = "() => [...document.querySelectorAll('a[href]')].map(a => a.getAttribute('href'))";

    private const string Overflow = "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? null"
        + " : [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1).slice(-2).map(e => e.outerHTML.slice(0, 100)).join(' ; ')";

    private static readonly string AxeSource = File.ReadAllText(Repository.PathOf("tests", "Saas.BrowserTests", "node_modules", "axe-core", "axe.min.js"));

    private readonly HashSet<string> _opened = [];

    private readonly List<string> _problems = [];

    /// <summary>Routes of the pages that were opened.</summary>
    public HashSet<string> Routes { get; } = [];

    public IReadOnlyList<string> Problems => [.. _problems, .. visitor.Complaints];

    public void AssertNoProblem() => Assert.True(Problems.Count == 0, string.Join('\n', Problems));

    /// <param name="follow">Addresses that this person may come to.</param>
    public async Task GoAsync(IEnumerable<string> starts, Func<PageRow, bool> follow)
    {
        foreach (var start in starts)
        {
            var waiting = new Queue<string>([start]);
            while (waiting.TryDequeue(out var address))
            {
                foreach (var link in await LookAsync(address))
                {
                    if (pages.Find(link, onPlatform) is { } page && follow(page) && Routes.Add(page.Route))
                    {
                        waiting.Enqueue(link);
                    }
                }
            }
        }
    }

    /// <summary>Has the page that is open looked at, whatever brought it there.</summary>
    public async Task CheckAsync(string what)
    {
        await visitor.Page.EvaluateAsync(AxeSource);
        foreach (var width in new[] { LiveHost.Office, LiveHost.Phone })
        {
            await visitor.Page.SetViewportSizeAsync(width, width == LiveHost.Phone ? 844 : 768);
            foreach (var violation in (await visitor.Page.EvaluateAsync<JsonElement>(Axe)).EnumerateArray())
            {
                _problems.Add($"{what} at {width}: {violation.GetString()}");
            }
        }

        await visitor.Page.SetViewportSizeAsync(320, 700);
        if (await visitor.Page.EvaluateAsync<string?>(Overflow) is { } wide)
        {
            _problems.Add($"{what} is wider than 320 px: {wide}");
        }

        await visitor.Page.SetViewportSizeAsync(LiveHost.Office, 768);
    }

    private async Task ReadAsync(string address)
    {
        if (await visitor.Page.EvaluateAsync<int>("async address => (await fetch(address)).status", address) is not 200 and var status)
        {
            _problems.Add($"{address} answers {status}");
        }
    }

    private async Task<IReadOnlyList<string>> LookAsync(string address)
    {
        if (!_opened.Add(address))
        {
            return [];
        }

        if (pages.Find(address, onPlatform) is { } page)
        {
            Routes.Add(page.Route);
        }

        visitor.Page ??= await visitor.Context.NewPageAsync();
        if (address.EndsWith(".xml", StringComparison.Ordinal) || address.EndsWith(".txt", StringComparison.Ordinal))
        {
            // Opened, these would be shown by Chromium with styles of its own.
            await ReadAsync(address);
            return [];
        }

        IResponse? answer;
        try
        {
            answer = await visitor.Page.GotoAsync(address);
        }
        catch (PlaywrightException download) when (download.Message.Contains("Download is starting", StringComparison.Ordinal))
        {
            return [];
        }

        if (answer!.Status != 200)
        {
            _problems.Add($"{address} answers {answer.Status}");
            return [];
        }

        if (visitor.Path != address.Split('#')[0])
        {
            _problems.Add($"{address} leads to {visitor.Path}");
        }

        if (!(answer.Headers.TryGetValue("content-type", out var type) && type.StartsWith("text/html", StringComparison.Ordinal)))
        {
            return [];
        }

        await CheckAsync(address);
        return (await visitor.Page.EvaluateAsync<string[]>(Links)).Where(link => link.StartsWith('/')).ToList();
    }
}
