using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Saas.Shell.Data;
using Saas.Shell.Identity;

namespace Saas.BrowserTests;

/// <summary>
/// The application on a real port, on the database that <see cref="SaasHost"/> made, and one Chromium to visit it with. One per test
/// process. Chromium finds *.parvis.localhost on this machine by itself.
/// </summary>
public sealed class LiveHost : IAsyncLifetime
{
    /// <summary>A phone and the secretary's office PC, in pixels.</summary>
    public const int Phone = 390;

    public const int Office = 1366;

    /// <summary>INSEE code of a commune with a long name and nothing of its own yet.</summary>
    public const string SaintRemy = "51513";

    private static readonly Lazy<Task<Running>> Shared = new(StartAsync);

    private Running _running = null!;

    public SaasHost Communes => _running.Communes;

    public IServiceProvider Services => _running.Node.Services;

    public async Task InitializeAsync() => _running = await Shared.Value;

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>Someone in front of a browser of their own, on the commune's site.</summary>
    public Task<Visitor> VisitAsync(string insee, int width = Office, bool script = true) =>
        OpenBrowserAsync(AddressOf(Communes.Tenant(insee).Slug + "."), width, script);

    public async Task<Visitor> VisitAsync(string insee, Role role, int width = Office)
    {
        var visitor = await VisitAsync(insee, width);
        await visitor.SignInAsync("/gestion/connexion", SaasHost.EmailOf(insee, role));
        return visitor;
    }

    /// <summary>A secretary who signs in by password.</summary>
    public Task<Guid> AColleagueAsync(string insee, string email) => Communes.InAsync(insee, async services =>
    {
        var account = await services.GetRequiredService<StaffAccounts>().AddMemberAsync(email, "Une collègue", Role.Secretary, SaasHost.Password, CancellationToken.None);
        return await services.GetRequiredService<SaasDbContext>().Set<Membership>().Where(member => member.AccountId == account.Id).Select(member => member.Id).SingleAsync();
    });

    public Task<Visitor> VisitPlatformAsync() => OpenBrowserAsync(AddressOf(""), Office, script: true);

    private string AddressOf(string commune) => $"http://{commune}parvis.localhost:{_running.Port}";

    private async Task<Visitor> OpenBrowserAsync(string address, int width, bool script) =>
        new(
            await _running.Chromium.NewContextAsync(new()
            {
                BaseURL = address,
                JavaScriptEnabled = script,
                Locale = "fr-FR",
                TimezoneId = "Europe/Paris",
                ReducedMotion = ReducedMotion.Reduce,
                ViewportSize = new() { Width = width, Height = width < 768 ? 844 : 768 },
            }),
            address);

    private static async Task<Running> StartAsync()
    {
        var communes = new SaasHost();
        await communes.InitializeAsync();
        await communes.FoundAsync(SaintRemy);
        var node = communes.AnotherNode(new Dictionary<string, string> { ["urls"] = "http://127.0.0.1:0", ["Forms:LeastSeconds"] = "0" });
        node.UseKestrel();
        node.StartServer();
        var address = node.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        var playwright = await Playwright.CreateAsync();
        var chromium = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } path ? path : "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        Assertions.SetDefaultExpectTimeout(15_000);
        return new Running(communes, node, new Uri(address).Port, chromium);
    }

    private sealed record Running(SaasHost Communes, WebApplicationFactory<Program> Node, int Port, IBrowser Chromium);
}
