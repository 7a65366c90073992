using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Mail;
using Saas.Shell.Provisioning;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Shell.CommandLine;

internal static class CommuneCommands
{
    public static async Task<int> CreateAsync(IServiceProvider services, string[] codes, string? administrator, CancellationToken cancel)
    {
        if (administrator is not null && !MailAddresses.IsOne(administrator))
        {
            throw new InvalidOperationException($"{administrator} is no e-mail address. No commune was founded.");
        }

        var failed = 0;
        foreach (var code in codes)
        {
            await using var scope = services.CreateAsyncScope();
            if (await scope.ServiceProvider.GetRequiredService<CommuneFounding>().FoundAsync(code, cancel) is not { } tenant)
            {
                await Console.Error.WriteLineAsync($"{code}: no commune has this INSEE code.");
                failed = 1;
                continue;
            }

            Console.WriteLine($"{tenant.InseeCode} {tenant.Slug} {tenant.State}");
            if (administrator is not null)
            {
                await using var commune = services.GetRequiredService<TenantScopes>().Open(tenant);
                await commune.ServiceProvider.GetRequiredService<StaffAccounts>().AddMemberAsync(administrator, administrator.Split('@')[0], Role.Administrator, password: null, cancel);
                Console.WriteLine($"{administrator} is its administrator; a password is set at /gestion/mot-de-passe-oublie.");
            }
        }

        return failed;
    }

    /// <summary>Progress goes to standard error, for what was done to stand alone on standard output.</summary>
    public static async Task<int> CreateAllAsync(AllCommunes communes, string? departement, CancellationToken cancel)
    {
        var started = Stopwatch.StartNew();
        var first = -1;
        var last = 0;
        var conflicts = await communes.FoundAsync(
            departement,
            (done, total) =>
            {
                first = first < 0 ? done : first;
                last = done;
                var left = done == first ? "" : $", {Math.Ceiling(started.Elapsed.TotalSeconds * (total - done) / (done - first)):0} s left";
                Console.Error.WriteLine($"{done} of {total} communes{left}");
            },
            cancel);
        foreach (var code in conflicts)
        {
            await Console.Error.WriteLineAsync($"{code}: another commune holds its slug.");
        }

        Console.WriteLine($"{last - conflicts.Count} communes, {last - first - conflicts.Count} of them founded in {started.Elapsed.TotalSeconds:0.0} s");
        return conflicts.Count == 0 ? 0 : 1;
    }

    public static async Task<int> ApplyAsync(IServiceProvider services, string[] slugs, CancellationToken cancel)
    {
        var folders = services.GetRequiredService<CommuneFolders>();
        foreach (var slug in slugs)
        {
            var folder = new DirectoryInfo(Path.Combine(ShippedFolders.Tenants.FullName, slug));
            if (!folder.Exists)
            {
                throw new InvalidOperationException($"There is no folder tenants/{slug}.");
            }

            if (CommuneFolders.Blueprints.ContainsKey(slug))
            {
                await folders.ApplyBlueprintAsync(folder, cancel);
            }
            else
            {
                await folders.ApplyAsync(folder, cancel);
            }
        }

        return 0;
    }

    public static async Task<int> ListAsync(IServiceProvider services, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SaasDbContext>();
        await foreach (var tenant in db.Set<TenantRow>().AsNoTracking().OrderBy(t => t.Slug).AsAsyncEnumerable().WithCancellation(cancel))
        {
            Console.WriteLine($"{tenant.InseeCode ?? "group"} {tenant.Slug} {tenant.State}");
        }

        return 0;
    }

    public static async Task<int> ShowAsync(IServiceProvider services, string slug, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var tenant = await FindAsync(scope.ServiceProvider.GetRequiredService<SaasDbContext>(), slug, cancel);
        var domain = services.GetRequiredService<IOptions<PlatformOptions>>().Value.Domain;
        var hosts = services.GetRequiredService<ITenantDirectory>().FindById(tenant.Id)?.Hosts ?? [];
        Console.WriteLine($"""
            {tenant.Name} ({tenant.InseeCode ?? tenant.Siren ?? "group"})
            state     {tenant.State}
            address   {tenant.Slug}.{domain} {string.Join(' ', hosts)}
            theme     {tenant.Look.Theme}
            modules   {string.Join(' ', tenant.Modules)}
            time zone {tenant.TimeZone}
            EPCI      {tenant.EpciSiren ?? "none"}
            """);
        return 0;
    }

    public static async Task<int> DisableAsync(IServiceProvider services, string slug, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SaasDbContext>();
        var tenant = await FindAsync(db, slug, cancel);
        tenant.State = TenantState.Disabled;
        await db.SaveChangesAsync(cancel);
        Console.WriteLine($"{slug} no longer answers. Its data are kept.");
        return 0;
    }

    private static async Task<TenantRow> FindAsync(SaasDbContext db, string slug, CancellationToken cancel) =>
        await db.Set<TenantRow>().SingleOrDefaultAsync(t => t.Slug == slug, cancel)
        ?? throw new InvalidOperationException($"There is no commune {slug}.");
}
