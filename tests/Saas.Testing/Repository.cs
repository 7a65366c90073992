namespace Saas.Testing;

/// <summary>The working tree these tests were built from.</summary>
public static class Repository
{
    public static string Root { get; } = FindRoot(new DirectoryInfo(AppContext.BaseDirectory));

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, "Saas.sln")) ? folder.FullName : FindRoot(folder.Parent!);
}
