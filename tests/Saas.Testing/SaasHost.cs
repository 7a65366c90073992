using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Mail;
using Saas.Shell.Provisioning;
using Saas.Shell.Tenancy;
using Xunit;

namespace Saas.Testing;

/// <summary>
/// The real application on a real database, with two open communes that are neighbours, their staff and the platform's operator.
/// One per test process: classes share it, so a test makes what it needs and never counts what others made.
/// </summary>
public sealed class SaasHost : IAsyncLifetime
{
    /// <summary>INSEE code of the commune most tests happen in.</summary>
    public const string Claret = "34078";

    /// <summary>INSEE code of its neighbour, whose things must not be seen.</summary>
    public const string Matelles = "34153";

    public const string Password = "un mot de passe assez long";

    public const string OperatorEmail = "operateur@parvis.test";

    private static readonly Lazy<Task<(TestDatabase Database, WebApplicationFactory<Program> Application)>> Shared = new(StartAsync);

    public TestDatabase Database { get; private set; } = null!;

    public WebApplicationFactory<Program> Application { get; private set; } = null!;

    public async Task InitializeAsync() => (Database, Application) = await Shared.Value;

    public Task DisposeAsync() => Task.CompletedTask;

    public static string EmailOf(string insee, Role role) => $"{(role == Role.Administrator ? "secretaire" : role == Role.Elected ? "maire" : role.ToString().ToLowerInvariant())}@{insee}.test";

    /// <summary>A commune by its INSEE code, a group by its slug.</summary>
    public Tenant Tenant(string insee)
    {
        var directory = Application.Services.GetRequiredService<TenantDirectory>();
        return directory.All.Single(tenant => tenant.InseeCode == insee || (tenant.Kind == TenantKind.Group && tenant.Slug == insee));
    }

    /// <summary>A browser on the commune's site; signed in when a role is given.</summary>
    public Browser Visit(string insee, Role? role = null) => Visit(Application, insee, role);

    /// <summary>A browser on the commune's site, served by another node or by one with other settings.</summary>
    public Browser Visit(WebApplicationFactory<Program> node, string insee, Role? role = null) =>
        new(node, new Uri($"https://{Tenant(insee).Slug}.parvis.localhost"), role is { } wanted ? (EmailOf(insee, wanted), Password, "/gestion/connexion") : null);

    /// <summary>A browser on the platform's own host.</summary>
    public Browser VisitPlatform(bool signedIn = false) =>
        new(Application, new Uri("https://parvis.localhost"), signedIn ? (OperatorEmail, Password, "/console/connexion") : null);

    /// <summary>A browser on any other host name.</summary>
    public Browser VisitHost(string host) => new(Application, new Uri($"https://{host}"), signIn: null);

    /// <summary>Opens one more commune, with staff of its own.</summary>
    public Task FoundAsync(string insee) => FoundAsync(Application.Services, insee);

    /// <summary>Opens a group of communes, with staff of its own.</summary>
    public async Task<Tenant> FoundGroupAsync(string slug, string name, params string[] members)
    {
        await using var scope = Application.Services.CreateAsyncScope();
        var group = await scope.ServiceProvider.GetRequiredService<GroupFounding>().FoundAsync(new GroupToFound(Guid.CreateVersion7(), name, slug, Siren: null, members), CancellationToken.None);
        await OpenAsync(Application.Services, group!, slug);
        return Tenant(slug);
    }

    /// <summary>Another node on the same database: a second server, or one with other settings or another clock.</summary>
    public WebApplicationFactory<Program> AnotherNode(IReadOnlyDictionary<string, string>? settings = null, TimeProvider? clock = null) =>
        Node(Database, settings, clock);

    /// <summary>Works inside a commune, as a job does.</summary>
    public async Task<TResult> InAsync<TResult>(string insee, Func<IServiceProvider, Task<TResult>> work)
    {
        await using var scope = Application.Services.GetRequiredService<TenantScopes>().Open(Tenant(insee));
        return await work(scope.ServiceProvider);
    }

    public Task InAsync(string insee, Func<IServiceProvider, Task> work) => InAsync(insee, async services =>
    {
        await work(services);
        return true;
    });

    /// <summary>The commune's administrator, as the demonstration makes one: without a second factor.</summary>
    public static async Task<Account> AddAdministratorAsync(IServiceProvider commune, string email, string name)
    {
        var accounts = commune.GetRequiredService<StaffAccounts>();
        var account = await accounts.AddMemberAsync(email, name, Role.Administrator, Password, CancellationToken.None);
        await accounts.ExemptFromSecondFactorAsync(account, CancellationToken.None);
        return account;
    }

    /// <summary>The mails the commune has written to this address, oldest first.</summary>
    public Task<IReadOnlyList<WrittenMail>> MailsToAsync(string insee, string address) => InAsync<IReadOnlyList<WrittenMail>>(insee, async services =>
        await services.GetRequiredService<SaasDbContext>().Set<OutgoingMail>()
            .Where(mail => mail.Recipient == address)
            .OrderBy(mail => mail.QueuedAt).ThenBy(mail => mail.Id)
            .Select(mail => new WrittenMail(mail.Subject, string.Join("\n\n", mail.Paragraphs)))
            .ToListAsync());

    /// <summary>One more operator, who signs in by password.</summary>
    public async Task AddOperatorAsync(string email)
    {
        await using var scope = Application.Services.CreateAsyncScope();
        var operators = scope.ServiceProvider.GetRequiredService<StaffAccounts>();
        await operators.ExemptFromSecondFactorAsync(await operators.AddOperatorAsync(email, "Une opératrice", Password), CancellationToken.None);
    }

    /// <summary>From their next sign-in on, this person gives a code of their telephone too.</summary>
    public async Task ProtectAsync(string email)
    {
        await using var scope = Application.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SaasDbContext>().Set<Account>()
            .Where(account => account.Email == email)
            .ExecuteUpdateAsync(account => account.SetProperty(a => a.TwoFactorEnabled, true));
    }

    /// <summary>The commune's last mail to this address came back for good.</summary>
    public Task RefuseMailToAsync(string insee, string address) => InAsync(insee, async services =>
    {
        var db = services.GetRequiredService<SaasDbContext>();
        var mail = OutgoingMail.From(new Mail(address, "Essai", ["Essai"]), DateTimeOffset.UtcNow);
        mail.MarkRefused("550 5.1.1 unknown", DateTimeOffset.UtcNow);
        db.Add(mail);
        await db.SaveChangesAsync();
    });

    /// <summary>Opens a commune on another platform.</summary>
    public static async Task FoundAsync(IServiceProvider services, string insee)
    {
        await using var scope = services.CreateAsyncScope();
        var tenant = await scope.ServiceProvider.GetRequiredService<CommuneFounding>().FoundAsync(insee, CancellationToken.None);
        await OpenAsync(services, tenant!, insee);
    }

    private static async Task OpenAsync(IServiceProvider services, Tenant tenant, string insee)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SaasDbContext>().Set<TenantRow>()
            .Where(row => row.Id == tenant.Id)
            .ExecuteUpdateAsync(row => row.SetProperty(t => t.State, TenantState.Open));
        await services.GetRequiredService<ITenantDirectory>().RefreshAsync(tenant.Id, CancellationToken.None);
        await using var commune = services.GetRequiredService<TenantScopes>().Open(tenant);
        var accounts = commune.ServiceProvider.GetRequiredService<StaffAccounts>();
        await AddAdministratorAsync(commune.ServiceProvider, EmailOf(insee, Role.Administrator), $"Secrétaire de {tenant.Name}");
        await accounts.AddMemberAsync(EmailOf(insee, Role.Elected), $"Maire de {tenant.Name}", Role.Elected, Password, CancellationToken.None);
        foreach (var role in Roles.OfCommunes.Except([Role.Administrator, Role.Elected]))
        {
            await accounts.AddMemberAsync(EmailOf(insee, role), $"{role} de {tenant.Name}", role, Password, CancellationToken.None);
        }
    }

    private static async Task<(TestDatabase, WebApplicationFactory<Program>)> StartAsync()
    {
        var database = await TestDatabase.CreateAsync();
        var application = Node(database, settings: null, clock: null);
        var folders = application.Services.GetRequiredService<CommuneFolders>();
        await folders.ApplyBlueprintsAsync(CancellationToken.None);
        foreach (var insee in new[] { Claret, Matelles })
        {
            await FoundAsync(application.Services, insee);
        }

        await using var platform = application.Services.CreateAsyncScope();
        var operators = platform.ServiceProvider.GetRequiredService<StaffAccounts>();
        await operators.ExemptFromSecondFactorAsync(await operators.AddOperatorAsync(OperatorEmail, "Opérateur", Password), CancellationToken.None);
        return (database, application);
    }

    private static WebApplicationFactory<Program> Node(TestDatabase database, IReadOnlyDictionary<string, string>? settings, TimeProvider? clock) =>
        new WebApplicationFactory<Program>().WithWebHostBuilder(web =>
        {
            web.UseEnvironment("Development");
            web.UseSetting("ConnectionStrings:Owner", database.Owner);
            web.UseSetting("ConnectionStrings:Application", database.Application);
            web.UseSetting("Data:Folder", Path.Combine(Path.GetTempPath(), database.Name));
            web.UseSetting("Platform:Address", "https://parvis.localhost");
            web.UseSetting("Serilog:MinimumLevel", "Fatal");
            web.UseSetting("RateLimits:SignInsPerWindow", "100000");
            web.UseSetting("RateLimits:FollowsPerWindow", "100000");
            web.UseSetting("RateLimits:FilingsPerWindow", "100000");
            foreach (var (name, value) in settings ?? new Dictionary<string, string>())
            {
                web.UseSetting(name, value);
            }

            web.ConfigureTestServices(services => services.AddSingleton<ILoggerProvider, ErrorLog>());
            if (clock is not null)
            {
                web.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton(clock)));
            }
        });
}

/// <summary>A mail of the outbox, as text.</summary>
public sealed record WrittenMail(string Subject, string Text);
