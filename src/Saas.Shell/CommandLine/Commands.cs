using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Saas.Shell.Data;
using Saas.Shell.Provisioning;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Shell.CommandLine;

/// <summary>The same executable serves pages and does the operator's work: <c>Saas.Web migrate</c>.</summary>
public static class Commands
{
    internal const string Usage = """
        database prepare             make the two roles and the database (ConnectionStrings:Administrator)
        migrate                      apply migrations/ (ConnectionStrings:Owner)
        schema [module]              print the SQL of the model, to write the next migration from
        reference load <package>     load communes and EPCI from @etalab/decoupage-administratif (ConnectionStrings:Owner)
        commune create <INSEE…> [--admin MAIL]
        commune create --all [--departement 34]   every commune, or every one of a département (ConnectionStrings:Owner)
        commune apply <slug…>        from its folder in tenants/; _commune and _groupe are the blueprints
        commune list | show <slug> | disable <slug>
        operator add <MAIL> | restore <MAIL>      restore: lost telephone and recovery codes
        backup [--to FOLDER] [--commune SLUG]     the database and the files into a new folder (ConnectionStrings:Owner)
        restore <FOLDER>             a whole platform into a new database, or one commune into any (ConnectionStrings:Owner)
        health live | ready          ask the node that runs on this machine (HTTP_PORTS)
        demo                         the three demo communes and their accounts; development only
        """;

    public static async Task<int> RunCommandOrServeAsync(this WebApplication app, string[] args)
    {
        ArgumentNullException.ThrowIfNull(app);
        var words = args.TakeWhile(word => !word.StartsWith("--", StringComparison.Ordinal)).ToArray();
        if (words.Length == 0)
        {
            await app.Services.GetRequiredService<ApplicationDatabase>().CheckRoleAsync(CancellationToken.None);
            await app.RunAsync();
            return 0;
        }

        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, key) =>
        {
            key.Cancel = true;
            stop.Cancel();
        };
        try
        {
            return await RunAsync(app, words, args, stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return 130;
        }
        catch (InvalidOperationException refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return 1;
        }
    }

    private static async Task<int> RunAsync(WebApplication app, string[] words, string[] args, CancellationToken cancel)
    {
        var configuration = app.Configuration;
        switch (words)
        {
            case ["database", "prepare"]:
                await DatabasePreparation.RunAsync(Connection(configuration, "Administrator"), Connection(configuration, "Owner"), Connection(configuration, "Application"), cancel);
                return 0;
            case ["migrate"]:
                foreach (var name in await new Migrator(Connection(configuration, "Owner"), ShippedFolders.Migrations).ApplyAsync(cancel))
                {
                    Console.WriteLine(name);
                }

                return 0;
            case ["schema", ..]:
                Console.WriteLine(Schema(app, words.ElementAtOrDefault(1)));
                return 0;
            case ["reference", "load", var package]:
                var (communes, epcis) = await new ReferenceData(Connection(configuration, "Owner")).LoadAsync(package, cancel);
                Console.WriteLine($"{communes} communes, {epcis} EPCI");
                return 0;
            case ["commune", "create"] when args.Contains("--all"):
                return await CommuneCommands.CreateAllAsync(new AllCommunes(Connection(configuration, "Owner"), TimeProvider.System), Option(args, "--departement"), cancel);
            case ["health", "live" or "ready"]:
                return await HealthCommand.RunAsync(configuration, words[1], cancel);
            case ["backup"]:
                return await BackupCommands.BackupAsync(app.Services, Connection(configuration, "Owner"), Option(args, "--to"), Option(args, "--commune"), cancel);
            case ["restore", var folder]:
                return await BackupCommands.RestoreAsync(app.Services, Connection(configuration, "Owner"), folder, cancel);
        }

        await app.Services.GetRequiredService<TenantDirectory>().LoadAsync(cancel);
        switch (words)
        {
            case ["commune", "create", .. { Length: > 0 } codes]:
                return await CommuneCommands.CreateAsync(app.Services, codes, Option(args, "--admin"), cancel);
            case ["commune", "apply", .. { Length: > 0 } slugs]:
                return await CommuneCommands.ApplyAsync(app.Services, slugs, cancel);
            case ["commune", "list"]:
                return await CommuneCommands.ListAsync(app.Services, cancel);
            case ["commune", "show", var slug]:
                return await CommuneCommands.ShowAsync(app.Services, slug, cancel);
            case ["commune", "disable", var slug]:
                return await CommuneCommands.DisableAsync(app.Services, slug, cancel);
            case ["operator", "add", var mail]:
                return await OperatorCommands.AddAsync(app.Services, mail);
            case ["operator", "restore", var mail]:
                return await OperatorCommands.RestoreAsync(app.Services, mail, cancel);
            case ["demo"]:
                return app.Environment.IsDevelopment()
                    ? await Demo.RunAsync(app.Services, cancel)
                    : throw new InvalidOperationException("The demo has known passwords: development only.");
            default:
                await Console.Error.WriteLineAsync(Usage);
                return 2;
        }
    }

    private static string Schema(WebApplication app, string? module)
    {
        using var scope = app.Services.CreateScope();
        var script = scope.ServiceProvider.GetRequiredService<SaasDbContext>().Database.GenerateCreateScript();
        return module is null
            ? script
            : string.Join('\n', script.Split(";\n", StringSplitOptions.RemoveEmptyEntries).Where(statement => statement.Contains($" {module}.", StringComparison.Ordinal)).Select(statement => statement.Trim() + ";\n"));
    }

    private static string Connection(IConfiguration configuration, string name) =>
        configuration.GetConnectionString(name) ?? throw new InvalidOperationException($"ConnectionStrings:{name} is not set.");

    private static string? Option(string[] args, string name) =>
        Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
}
