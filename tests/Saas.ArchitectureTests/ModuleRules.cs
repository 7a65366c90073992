using System.Reflection;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using Saas.Shell.Identity;
using Saas.Shell.Modules;

namespace Saas.ArchitectureTests;

/// <summary>What keeps modules apart from each other.</summary>
public sealed class ModuleRules(SaasHost host) : IClassFixture<SaasHost>
{
    private ModuleCatalog Catalog => host.Application.Services.GetRequiredService<ModuleCatalog>();

    [Fact]
    public void Every_folder_of_src_Modules_is_plugged_in_and_nothing_else_is()
    {
        Assert.NotEmpty(Codebase.ModuleFolders);

        Expect.None(PlugViolations(Codebase.ModuleFolders, Catalog.All.Select(module => (module.GetType().Name, module.Name))));
    }

    [Fact]
    public void A_forgotten_module_and_one_without_folder_are_caught() =>
        Assert.Equal(2, PlugViolations(["Forms", "Forgotten"], [("FormsModule", "forms"), ("GhostModule", "ghost")]).Count());

    [Fact]
    public void A_module_references_the_shell_the_contracts_and_no_other_assembly_of_ours()
    {
        Assert.NotEmpty(Codebase.Modules);

        Expect.None(Codebase.Modules.SelectMany(module => ReferenceViolations(module.GetName().Name!, ReferencesOf(module), ["Saas.Shell", "Saas.Contracts"])));
    }

    [Fact]
    public void The_shell_references_no_module_and_no_theme_and_the_contracts_reference_nothing_of_ours()
    {
        Expect.None(ReferenceViolations("Saas.Shell", ReferencesOf(Codebase.Shell), ["Saas.Contracts"]));
        Expect.None(ReferenceViolations("Saas.Contracts", ReferencesOf(Codebase.Contracts), []));
    }

    [Fact]
    public void A_module_that_references_another_is_caught() =>
        Assert.Single(ReferenceViolations("Saas.Modules.Forms", ["Saas.Shell", "Saas.Modules.Requests", "System.Runtime"], ["Saas.Shell", "Saas.Contracts"]));

    [Fact]
    public void A_modules_project_names_no_other_project()
    {
        var projects = Codebase.Files("*.csproj", "src/Modules");
        Assert.Equal(Codebase.ModuleFolders.Count, projects.Count);

        Expect.None(projects.SelectMany(ProjectViolations));
    }

    [Fact]
    public void A_project_reference_in_a_module_is_caught() =>
        Assert.Single(ProjectViolations(new SourceFile("src/Modules/Forms/Saas.Modules.Forms.csproj", "<Project><ItemGroup><ProjectReference Include=\"../Requests/x.csproj\" /></ItemGroup></Project>")));

    [Fact]
    public void A_module_shows_one_type_its_SaasModule()
    {
        Assert.NotEmpty(Codebase.Modules);

        Expect.None(Codebase.Modules.SelectMany(module => ExportViolations(module.GetName().Name!, module.GetExportedTypes())));
    }

    [Fact]
    public void A_second_public_type_is_caught() =>
        Assert.Single(ExportViolations("Sample", [typeof(SampleModule), typeof(ModuleRules)]));

    [Fact]
    public void Contracts_hold_records_enums_and_interfaces_only_and_stay_few()
    {
        var types = Codebase.Contracts.GetExportedTypes();
        Assert.NotEmpty(types);

        Expect.None(ContractViolations(types));
        Assert.True(Codebase.Files("*.cs", "src/Saas.Contracts").Count < 40, "Contracts is reviewed like a public API: 40 files are too many to know.");
    }

    [Fact]
    public void A_class_with_logic_in_the_contracts_is_caught() =>
        Assert.Single(ContractViolations([typeof(ModuleRules), typeof(SourceFile), typeof(Role), typeof(IDisposable)]));

    [Fact]
    public void Every_permission_is_declared_once_described_by_its_module_and_used_by_a_page()
    {
        var declared = Codebase.Modules.SelectMany(DeclaredPermissions).ToList();
        Assert.NotEmpty(declared);

        Expect.None(PermissionViolations(declared, Catalog.Permissions.Select(entry => entry.Name), PageAt.Of(host)));
    }

    [Fact]
    public void A_permission_that_nobody_describes_or_uses_is_caught()
    {
        var page = new PageAt("/gestion/x", "Forms", "/X", [new RequiresAttribute("forms.used")]);

        Assert.Single(PermissionViolations([("forms", "forms.used")], [], [page]));
        Assert.Single(PermissionViolations([("forms", "forms.used"), ("forms", "forms.idle")], ["forms.used", "forms.idle"], [page]));
        Assert.Single(PermissionViolations([("forms", "forms.used"), ("forms", "forms.used")], ["forms.used"], [page]));
        Assert.Single(PermissionViolations([("site", "forms.used")], ["forms.used"], [page]));
        Assert.Single(PermissionViolations([], ["forms.used"], [page]));
    }

    [Fact]
    public void Every_menu_entry_leads_to_a_page_that_its_permission_opens()
    {
        Assert.NotEmpty(Catalog.StaffMenu);

        Expect.None(MenuViolations(Catalog.StaffMenu, PageAt.Of(host)));
    }

    [Fact]
    public void A_menu_entry_to_nowhere_or_to_a_closed_page_is_caught()
    {
        var page = new PageAt("/gestion/x", "Forms", "/X", [new RequiresAttribute("forms.compose")]);

        Assert.Single(MenuViolations([new StaffMenuEntry("forms", "X", "/gestion/y", "forms.compose", "x", Count: null)], [page]));
        Assert.Single(MenuViolations([new StaffMenuEntry("forms", "X", "/gestion/x", "forms.read", "x", Count: null)], [page]));
    }

    internal static IEnumerable<string> PlugViolations(IEnumerable<string> folders, IEnumerable<(string Type, string Name)> plugged)
    {
        var wanted = folders.ToDictionary(folder => $"{folder}Module");
        var found = plugged.ToDictionary(module => module.Type, module => module.Name);
        return wanted.Keys.Except(found.Keys).Select(type => $"{type} has a folder but is not named in Program.cs.")
            .Concat(found.Keys.Except(wanted.Keys).Select(type => $"{type} is plugged in but has no folder in src/Modules."))
            .Concat(found.Where(module => wanted.TryGetValue(module.Key, out var folder) && !folder.Equals(module.Value, StringComparison.OrdinalIgnoreCase))
                .Select(module => $"{module.Key} is called {module.Value}, unlike its folder."));
    }

    internal static IEnumerable<string> ReferenceViolations(string assembly, IEnumerable<string> references, string[] allowed) => references
        .Where(reference => reference.StartsWith("Saas.", StringComparison.Ordinal) && !allowed.Contains(reference))
        .Select(reference => $"{assembly} references {reference}.");

    internal static IEnumerable<string> ProjectViolations(SourceFile project) => XDocument.Parse(project.Text).Descendants()
        .Where(element => element.Name.LocalName is "ProjectReference" or "Reference" or "Compile")
        .Select(element => $"{project.Path} names {element.Attribute("Include")?.Value}: src/Modules/Directory.Build.targets names what every module may use.");

    internal static IEnumerable<string> ExportViolations(string assembly, IReadOnlyCollection<Type> exported)
    {
        if (exported.Count(type => type.IsAssignableTo(typeof(SaasModule))) != 1)
        {
            yield return $"{assembly} does not show exactly one SaasModule.";
        }

        foreach (var type in exported.Where(type => !type.IsAssignableTo(typeof(SaasModule))))
        {
            yield return $"{assembly} shows {type.FullName}: a module shows its SaasModule only.";
        }
    }

    internal static IEnumerable<string> ContractViolations(IEnumerable<Type> types) => types
        .Where(type => !type.IsInterface && !type.IsEnum && type.GetMethod("<Clone>$") is null)
        .Select(type => $"{type.FullName} is neither a record, an enum nor an interface.");

    internal static IEnumerable<string> PermissionViolations(IReadOnlyCollection<(string Module, string Name)> declared, IEnumerable<string> described, IReadOnlyCollection<PageAt> pages)
    {
        var entries = described.ToList();
        return declared.GroupBy(permission => permission.Name).Where(same => same.Count() > 1).Select(same => $"{same.Key} is declared {same.Count()} times.")
            .Concat(declared.Where(permission => !permission.Name.StartsWith(permission.Module + ".", StringComparison.Ordinal)).Select(permission => $"{permission.Name} is declared by {permission.Module}, whose name it does not start with."))
            .Concat(declared.Select(permission => permission.Name).Except(entries).Select(name => $"{name} is not described by its module."))
            .Concat(entries.Except(declared.Select(permission => permission.Name)).Select(name => $"{name} is described but is no constant of a module."))
            .Concat(declared.Select(permission => permission.Name).Except(pages.Select(page => page.Permission)).Select(name => $"{name} is asked by no page."));
    }

    internal static IEnumerable<string> MenuViolations(IEnumerable<StaffMenuEntry> menu, IReadOnlyCollection<PageAt> pages)
    {
        foreach (var entry in menu)
        {
            var page = pages.FirstOrDefault(page => page.Address == entry.Address && page.OnPlatform == entry.Address.StartsWith("/console", StringComparison.Ordinal));
            if (page is null)
            {
                yield return $"« {entry.Title} » leads to {entry.Address}, where no page is.";
            }
            else if (page.Permission != entry.Permission)
            {
                yield return $"« {entry.Title} » is shown to those who have {entry.Permission}, but {entry.Address} asks for {page.Permission}.";
            }
        }
    }

    private static IEnumerable<string> ReferencesOf(Assembly assembly) => assembly.GetReferencedAssemblies().Select(reference => reference.Name!);

    private static IEnumerable<(string Module, string Name)> DeclaredPermissions(Assembly module) => module.GetTypes()
        .Where(type => type.Name.EndsWith("Permissions", StringComparison.Ordinal) && type is { IsAbstract: true, IsSealed: true })
        .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static))
        .Where(field => field.IsLiteral && field.FieldType == typeof(string))
        .Select(field => (module.GetName().Name!.Split('.')[^1].ToLowerInvariant(), (string)field.GetRawConstantValue()!));

    private sealed class SampleModule : SaasModule
    {
        public override string Name => "sample";

        public override string Title => "Sample";

        public override void Describe(ModuleBuilder module)
        {
        }
    }
}
