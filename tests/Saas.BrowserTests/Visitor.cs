using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Saas.BrowserTests;

/// <summary>Someone in front of a browser of their own, who also sees what pages do behind one's back.</summary>
public sealed partial class Visitor : IAsyncDisposable
{
    private readonly List<string> _complaints = [];

    public Visitor(IBrowserContext context, string address)
    {
        Context = context;
        Address = address;
        context.SetDefaultTimeout(15_000);
        context.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(address + "/", StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
            {
                Complain($"asks another host: {request.Url}");
            }
        };
        context.Response += (_, response) =>
        {
            if (response.Status >= 400 && !response.Request.IsNavigationRequest)
            {
                Complain($"{response.Status} for {response.Url}");
            }
        };
        context.Console += (_, message) =>
        {
            // The status of a page or of what it loads is looked at above.
            if (message.Type is "error" or "warning" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                Complain($"the console says: {message.Text}");
            }
        };
        context.WebError += (_, error) => Complain($"a script failed: {error.Error}");
    }

    public IBrowserContext Context { get; }

    /// <summary>http://claret.parvis.localhost:5000</summary>
    public string Address { get; }

    /// <summary>The tab in front.</summary>
    public IPage Page { get; set; } = null!;

    /// <summary>Requests to other hosts, refusals of the content security policy, errors of scripts, missing pictures.</summary>
    public IReadOnlyList<string> Complaints
    {
        get
        {
            lock (_complaints)
            {
                return [.. _complaints];
            }
        }
    }

    public string Path => new Uri(Page.Url).PathAndQuery;

    /// <summary>Goes to an address, as if it was typed.</summary>
    /// <returns>The status of the answer.</returns>
    public async Task<int> OpenAsync(string path)
    {
        Page ??= await Context.NewPageAsync();
        return (await Page.GotoAsync(path))!.Status;
    }

    public async Task<IPage> OpenTabAsync(string path)
    {
        Page = await Context.NewPageAsync();
        await Page.GotoAsync(path);
        return Page;
    }

    public async Task SignInAsync(string page, string email)
    {
        await OpenAsync(page);
        await FillSignInAsync(email);
    }

    public async Task FillSignInAsync(string email)
    {
        await Field("Adresse e-mail").FillAsync(email);
        await Field("Mot de passe").FillAsync(SaasHost.Password);
        await PressAsync("Se connecter");

        // A phone shows it with the menu.
        await Expect(Page.Locator("form[action$='/deconnexion']")).ToBeAttachedAsync();
    }

    /// <summary>As far as the question for the telephone's code.</summary>
    public async Task ReachSecondStepAsync(string page, string email)
    {
        await OpenAsync(page);
        await Field("Adresse e-mail").FillAsync(email);
        await Field("Mot de passe").FillAsync(SaasHost.Password);
        await PressAsync("Se connecter");
        await SeesTitleAsync("Code de votre téléphone");
    }

    public ILocator Field(string label) => Main.GetByLabel(label);

    public ILocator Button(string words) => Main.GetByRole(AriaRole.Button, new() { Name = words, Exact = true });

    public Task PressAsync(string words) => Button(words).ClickAsync();

    public Task FollowAsync(string words) => Main.GetByRole(AriaRole.Link, new() { Name = words, Exact = true }).ClickAsync();

    public Task SeesAsync(string words) => Expect(Main).ToContainTextAsync(Flexible(words));

    public Task SeesTitleAsync(string words) => Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(Flexible(words));

    public async Task SeesNoAsync(string words) => Assert.DoesNotMatch(Flexible(words), await Main.InnerTextAsync());

    /// <summary>Name, type and content of a small file to send.</summary>
    public static FilePayload File(string name) => new()
    {
        Name = name,
        MimeType = "application/pdf",
        Buffer = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"u8.ToArray(),
    };

    public ValueTask DisposeAsync() => Context.DisposeAsync();

    public ILocator Main => Page.Locator("main");

    private void Complain(string complaint)
    {
        lock (_complaints)
        {
            _complaints.Add($"{(Page is null ? "" : new Uri(Page.Url).AbsolutePath)} {complaint}");
        }
    }

    /// <summary>A space of any width.</summary>
    private static Regex Flexible(string words) => new(Spaces().Replace(Regex.Escape(words), "[\\s\u00a0\u202f]+"));

    [GeneratedRegex(@"(\\ |\s)+")]
    private static partial Regex Spaces();
}
