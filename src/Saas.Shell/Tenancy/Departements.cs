namespace Saas.Shell.Tenancy;

/// <summary>The département or collectivity that an INSEE code begins with: <c>34</c>, <c>2A</c>, <c>974</c>.</summary>
public static class Departements
{
    public static string Of(string inseeCode) => inseeCode.StartsWith("97", StringComparison.Ordinal) || inseeCode.StartsWith("98", StringComparison.Ordinal) ? inseeCode[..3] : inseeCode[..2];
}
