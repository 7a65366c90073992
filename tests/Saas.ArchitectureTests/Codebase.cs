using System.Reflection;
using Saas.Contracts.Requests;
using Saas.Shell.Data;
using Saas.Shell.Modules;

namespace Saas.ArchitectureTests;

/// <summary>What the rules look at: found on disk and by reflection, never listed.</summary>
internal static class Codebase
{
    private static readonly string[] NotOurs = ["artifacts", "node_modules", "wwwroot", ".git", ".data", "bin", "obj", "TestResults"];

    public static Assembly Shell { get; } = typeof(SaasDbContext).Assembly;

    public static Assembly Contracts { get; } = typeof(IRequestIntake).Assembly;

    public static Assembly Web { get; } = typeof(Program).Assembly;

    /// <summary>Names of the folders of src/Modules.</summary>
    public static IReadOnlyList<string> ModuleFolders { get; } = Directory.EnumerateDirectories(Repository.PathOf("src", "Modules"))
        .Where(folder => Directory.EnumerateFiles(folder, "*.csproj").Any())
        .Select(folder => Path.GetFileName(folder))
        .Order(StringComparer.Ordinal)
        .ToList();

    public static IReadOnlyList<Assembly> Modules { get; } = ModuleFolders.Select(folder => Assembly.Load($"Saas.Modules.{folder}")).ToList();

    public static IReadOnlyList<Assembly> All { get; } = [Contracts, Shell, Web, .. Modules];

    /// <summary>Every file below these folders, tools' output excepted.</summary>
    public static IReadOnlyList<SourceFile> Files(string pattern, params string[] folders) => folders
        .Select(folder => Repository.PathOf(folder.Split('/')))
        .Where(Directory.Exists)
        .SelectMany(folder => Walk(new DirectoryInfo(folder), pattern))
        .Select(SourceFile.Read)
        .OrderBy(file => file.Path, StringComparer.Ordinal)
        .ToList();

    public static SourceFile File(string path) => SourceFile.Read(new FileInfo(Repository.PathOf(path.Split('/'))));

    public static bool Exists(string path) =>
        System.IO.File.Exists(Repository.PathOf(path.Split('/'))) || Directory.Exists(Repository.PathOf(path.Split('/')));

    /// <summary>The module a type belongs to: its folder's name; null for the shell and whatever is not ours.</summary>
    public static string? ModuleOf(Type type) =>
        type.Assembly.GetExportedTypes().FirstOrDefault(exported => exported.IsAssignableTo(typeof(SaasModule)) && !exported.IsAbstract) is { } module
            ? ((SaasModule)Activator.CreateInstance(module)!).Name
            : null;

    private static IEnumerable<FileInfo> Walk(DirectoryInfo folder, string pattern)
    {
        foreach (var file in folder.EnumerateFiles(pattern))
        {
            yield return file;
        }

        foreach (var file in folder.EnumerateDirectories().Where(inner => !NotOurs.Contains(inner.Name)).SelectMany(inner => Walk(inner, pattern)))
        {
            yield return file;
        }
    }
}

/// <summary>A file of the working tree. The path is relative to its root, with slashes.</summary>
internal sealed record SourceFile(string Path, string Text)
{
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    public string Folder => Path.Contains('/', StringComparison.Ordinal) ? Path[..Path.LastIndexOf('/')] : "";

    public IEnumerable<(int Number, string Text)> Lines => Text.Split('\n').Select((line, at) => (at + 1, line.TrimEnd('\r')));

    public static SourceFile Read(FileInfo file) =>
        new(System.IO.Path.GetRelativePath(Repository.Root, file.FullName).Replace('\\', '/'), System.IO.File.ReadAllText(file.FullName));
}
