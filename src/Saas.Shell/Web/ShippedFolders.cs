namespace Saas.Shell.Web;

/// <summary>What is copied beside the executable.</summary>
public static class ShippedFolders
{
    public static string Migrations => Path.Combine(AppContext.BaseDirectory, "migrations");

    public static DirectoryInfo Tenants => new(Path.Combine(AppContext.BaseDirectory, "tenants"));
}
