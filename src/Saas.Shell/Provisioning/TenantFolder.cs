using System.Text.Json;
using System.Text.Json.Serialization;

namespace Saas.Shell.Provisioning;

/// <summary>The file <c>tenant.json</c> of a folder of tenants/.</summary>
public sealed record TenantFolder
{
    /// <summary>INSEE code; absent from the blueprint.</summary>
    public string? Insee { get; init; }

    public string? Theme { get; init; }

    public string? Accent { get; init; }

    /// <summary>Own domains, the canonical one first.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Names of the optional modules that are on; absent leaves those the commune has.</summary>
    public IReadOnlyList<string>? Modules { get; init; }

    /// <summary>True opens the commune when the folder is applied.</summary>
    public bool Open { get; init; }

    public static TenantFolder Read(DirectoryInfo folder) =>
        JsonSerializer.Deserialize<TenantFolder>(File.ReadAllText(Path.Combine(folder.FullName, "tenant.json")), Options)!;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip };
}
