namespace Saas.Shell.Theming;

/// <summary>The themes a commune may wear: the folders of <c>themes/</c>, with the titles their theme.json gives them.</summary>
public static class ThemeCatalog
{
    public static IReadOnlyList<(string Name, string Title)> All { get; } = [("littoral", "Littoral"), ("bocage", "Bocage"), ("bourg", "Bourg")];

    public static string TitleOf(string name) => All.FirstOrDefault(theme => theme.Name == name) is { Title: { } title } ? title : name;
}
