using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Saas.Shell.Data;
using Saas.Shell.Tenancy;

namespace Saas.ArchitectureTests;

/// <summary>Migrations are written by hand: here they are held to the model, and the fourth wall to every table.</summary>
public sealed partial class MigrationRules(SaasHost host) : IClassFixture<SaasHost>
{
    /// <summary>What only one of the two databases has, by the start of the fact.</summary>
    private static readonly Dictionary<string, string> OnlyInMigrations = new(StringComparer.Ordinal);

    [Fact]
    public async Task Migrations_and_model_build_the_same_database()
    {
        var migrated = await Catalog.ReadAsync(host.Database.Administrator);
        var modelled = await ModelledAsync();
        Assert.NotEmpty(migrated.Facts);

        Expect.None(DriftViolations(migrated.Facts, modelled.Facts, OnlyInMigrations));
    }

    [Fact]
    public void A_column_of_another_type_and_a_forgotten_index_are_caught()
    {
        string[] migrated = ["forms.forms.title is text null"];
        string[] modelled = ["forms.forms.title is text not null", "CREATE INDEX forms_title_idx ON forms.forms (title)"];

        Assert.Equal(3, DriftViolations(migrated, modelled, OnlyInMigrations).Count());
    }

    [Fact]
    public async Task The_comparison_sees_a_changed_column_a_key_and_an_index()
    {
        var before = await ModelledAsync();

        var after = await ModelledAsync("""
            alter table shell.memberships alter column role drop not null;
            alter table shell.memberships drop constraint memberships_account_id_fkey;
            drop index shell.memberships_account_id_idx;
            alter table shell.accounts alter column display_name type varchar(50);
            """);

        // Two changed columns are a fact less and a fact more; a key and an index are a fact less.
        Assert.Equal(6, DriftViolations(after.Facts, before.Facts, OnlyInMigrations).Count());
    }

    [Fact]
    public async Task Every_tenant_owned_table_has_its_wall_and_every_table_shown_to_visitors_its_trigger()
    {
        var entities = DataRules.EntitiesOf(host);
        Assert.Contains(entities, entity => entity.ClrType.IsAssignableTo(typeof(ITenantOwned)));
        Assert.Contains(entities, entity => entity.ClrType.IsAssignableTo(typeof(IShownToVisitors)));

        var migrated = await Catalog.ReadAsync(host.Database.Administrator);

        Expect.None(WallViolations(TablesOf(entities, typeof(ITenantOwned)), migrated.Walled));
        Expect.None(TriggerViolations(TablesOf(entities, typeof(IShownToVisitors)), migrated.Watched));
    }

    [Fact]
    public async Task The_database_built_without_walls_is_caught()
    {
        var entities = DataRules.EntitiesOf(host);
        var naked = await ModelledAsync();

        Assert.Equal(TablesOf(entities, typeof(ITenantOwned)).Count(), WallViolations(TablesOf(entities, typeof(ITenantOwned)), naked.Walled).Count());
        Assert.Equal(TablesOf(entities, typeof(IShownToVisitors)).Count(), TriggerViolations(TablesOf(entities, typeof(IShownToVisitors)), naked.Watched).Count());
    }

    [Fact]
    public async Task No_schema_holds_a_table_that_the_model_does_not_know()
    {
        var known = DataRules.EntitiesOf(host).Where(entity => entity.GetTableName() is not null).Select(TableOf).ToHashSet(StringComparer.Ordinal);
        var migrated = await Catalog.ReadAsync(host.Database.Administrator);

        Expect.None(migrated.Tables.Except(known));
        Expect.None(known.Except(migrated.Tables));
    }

    [Fact]
    public void Migrations_are_numbered_named_after_a_module_and_touch_its_schema_only()
    {
        var files = Codebase.Files("*.sql", "migrations");
        Assert.NotEmpty(files);

        Expect.None(FileViolations(files, ["shell", "quartz", .. Codebase.ModuleFolders.Select(folder => folder.ToLowerInvariant())]));
    }

    [Fact]
    public void A_number_taken_twice_an_unknown_name_and_anothers_table_are_caught()
    {
        Assert.Single(FileViolations([new SourceFile("migrations/0002_forms_create.sql", ""), new SourceFile("migrations/0002_forms_more.sql", "")], ["forms"]));
        Assert.Single(FileViolations([new SourceFile("migrations/0001_stuff.sql", "")], ["forms"]));
        Assert.Single(FileViolations([new SourceFile("migrations/0001_forms_create.sql", "create table requests.x (id uuid);")], ["forms", "requests"]));
    }

    [Fact]
    public void A_migration_that_says_it_only_adds_takes_nothing_away()
    {
        var files = Codebase.Files("*.sql", "migrations");
        Assert.NotEmpty(files);

        Expect.None(files.SelectMany(OnlyAddsViolations));
    }

    [Theory]
    [InlineData("alter table forms.forms drop column title;")]
    [InlineData("alter table forms.forms rename column title to name;")]
    [InlineData("alter table forms.forms alter column title set not null;")]
    [InlineData("alter table forms.forms alter column title type varchar(50);")]
    [InlineData("alter table forms.forms add column subtitle text not null;")]
    [InlineData("create unique index forms_title_key on forms.forms (tenant_id, title);")]
    [InlineData("alter table forms.forms add constraint short check (length(title) < 50);")]
    [InlineData("update forms.forms set title = '';")]
    public void What_older_nodes_do_not_bear_is_caught(string sql)
    {
        Assert.Single(OnlyAddsViolations(new SourceFile("migrations/0099_forms_x.sql", $"{Migrator.OnlyAdds}\n{sql}")));
        Assert.Empty(OnlyAddsViolations(new SourceFile("migrations/0099_forms_x.sql", sql)));
        Assert.Empty(OnlyAddsViolations(new SourceFile("migrations/0099_forms_x.sql", $"""
            {Migrator.OnlyAdds}
            create table forms.later (id uuid not null, constraint later_pkey primary key (id));
            create unique index later_id_key on forms.later (id);
            alter table forms.forms
                add column subtitle text,
                add column reviewed boolean not null default false;
            call shell.raise_wall('forms.later');
            """)));
    }

    /// <summary>By statement; a table made in the same file may be given any shape.</summary>
    internal static IEnumerable<string> OnlyAddsViolations(SourceFile migration) => !migration.Text.StartsWith(Migrator.OnlyAdds, StringComparison.Ordinal)
        ? []
        : migration.Text.Split(';')
            .Where(statement => !CreatedTables().Matches(migration.Text).Any(table => Regex.IsMatch(statement, $@"\b{Regex.Escape(table.Groups[1].Value)}\b", RegexOptions.IgnoreCase)))
            .Where(statement => TakesAway().IsMatch(statement) || AddedColumns().Matches(statement).Any(column => column.Value.Contains("not null", StringComparison.OrdinalIgnoreCase) && !column.Value.Contains("default", StringComparison.OrdinalIgnoreCase)))
            .Select(statement => $"{migration.Path} says that it only adds: {statement.Trim()}");

    internal static IEnumerable<string> DriftViolations(IEnumerable<string> migrated, IEnumerable<string> modelled, Dictionary<string, string> allowed) =>
        migrated.Except(modelled).Where(fact => !allowed.Keys.Any(start => fact.StartsWith(start, StringComparison.Ordinal))).Select(fact => $"Only the migrations say: {fact}")
            .Concat(modelled.Except(migrated).Select(fact => $"Only the model says: {fact}"))
            .Order(StringComparer.Ordinal);

    internal static IEnumerable<string> WallViolations(IEnumerable<string> owned, IReadOnlySet<string> walled) => owned
        .Where(table => !walled.Contains(table))
        .Select(table => $"{table} belongs to communes and has no wall: call shell.raise_wall('{table}').");

    internal static IEnumerable<string> TriggerViolations(IEnumerable<string> shown, IReadOnlySet<string> watched) => shown
        .Where(table => !watched.Contains(table))
        .Select(table => $"{table} is shown to visitors and its changes are not noticed: call shell.show_to_visitors('{table}').");

    internal static IEnumerable<string> FileViolations(IReadOnlyList<SourceFile> files, IReadOnlyCollection<string> owners)
    {
        // A number may be missing: two branches take theirs before either is merged, and a database applies whatever it lacks.
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var name = FileName().Match(file.Name);
            if (!name.Success || !owners.Contains(name.Groups[2].Value))
            {
                yield return $"{file.Path} is not called NNNN_module_what.sql.";
            }
            else if (!taken.Add(name.Groups[1].Value))
            {
                yield return $"{file.Path} has a number that another migration has.";
            }
            else
            {
                foreach (var other in Altered().Matches(file.Text).Select(match => match.Groups[1].Value).Distinct().Where(schema => schema != name.Groups[2].Value && schema != "shell"))
                {
                    yield return $"{file.Path} changes a table of {other}.";
                }
            }
        }
    }

    private static IEnumerable<string> TablesOf(IEnumerable<IEntityType> entities, Type kind) => entities
        .Where(entity => entity.ClrType.IsAssignableTo(kind) && entity.GetTableName() is not null)
        .Select(TableOf)
        .Distinct();

    private static string TableOf(IEntityType entity) => $"{entity.GetSchema()}.{entity.GetTableName()}";

    /// <summary>A database made by EF Core from the model alone, then changed.</summary>
    private async Task<Catalog> ModelledAsync(string? change = null)
    {
        await using var scope = host.Application.Services.CreateAsyncScope();
        var script = scope.ServiceProvider.GetRequiredService<SaasDbContext>().Database.GenerateCreateScript();
        var name = $"saas_model_{Guid.NewGuid():N}";
        await ExecuteAsync(host.Database.Administrator, $"create database {name} owner saas_owner template template0 encoding 'UTF8'");
        try
        {
            var owner = new NpgsqlConnectionStringBuilder(host.Database.Owner) { Database = name, Pooling = false }.ConnectionString;
            await ExecuteAsync(owner, "create extension pg_trgm; " + script + change);
            return await Catalog.ReadAsync(owner);
        }
        finally
        {
            await ExecuteAsync(host.Database.Administrator, $"drop database {name} with (force)");
        }
    }

    private static async Task ExecuteAsync(string connection, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    [GeneratedRegex(@"\b(drop|rename|truncate|delete\s+from|update\s+\w+\.|unique\s+index|add\s+constraint|set\s+not\s+null|replace\s+(function|procedure)|alter\s+column\s+\w+\s+(set\s+data\s+)?type)", RegexOptions.IgnoreCase)]
    private static partial Regex TakesAway();

    [GeneratedRegex(@"\badd\s+column\b[^,]*", RegexOptions.IgnoreCase)]
    private static partial Regex AddedColumns();

    [GeneratedRegex(@"\bcreate\s+table\s+([\w.]+)", RegexOptions.IgnoreCase)]
    private static partial Regex CreatedTables();

    [GeneratedRegex(@"^(\d{4})_([a-z]+)_[a-z_]+\.sql$")]
    private static partial Regex FileName();

    [GeneratedRegex(@"(?:create table|alter table|drop table|update|insert into|delete from)\s+(?:if (?:not )?exists\s+)?([a-z]+)\.", RegexOptions.IgnoreCase)]
    private static partial Regex Altered();
}
