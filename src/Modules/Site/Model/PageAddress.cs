namespace Saas.Modules.Site.Model;

/// <summary>Where a page answers. Those the law asks for have an address that no commune changes.</summary>
internal static class PageAddress
{
    public const string Legal = "mentions-legales";
    public const string Accessibility = "accessibilite";
    public const string PersonalData = "donnees-personnelles";

    public static string Of(string slug) => IsFixed(slug) ? $"/{slug}" : $"/pages/{slug}";

    public static bool IsFixed(string slug) => slug is Legal or Accessibility or PersonalData;
}
