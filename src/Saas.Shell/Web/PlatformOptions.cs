using System.ComponentModel.DataAnnotations;

namespace Saas.Shell.Web;

/// <summary>The platform itself: section <c>Platform</c> of the configuration.</summary>
public sealed class PlatformOptions
{
    /// <summary>Display name, shown in small to communes and never above their own.</summary>
    [Required]
    public string Name { get; set; } = "Parvis";

    /// <summary>Communes answer at <c>slug.domain</c>, the operator at the domain itself.</summary>
    [Required]
    public string Domain { get; set; } = "";

    /// <summary>Where the platform is reached when it is not at <c>https://domain</c>: scheme, host and port, <c>http://parvis.localhost:5000</c>.</summary>
    [Url]
    public string? Address { get; set; }

    /// <summary>Where the operator works: the time that the console shows and is told. A name of the IANA database.</summary>
    [Required]
    public string TimeZone { get; set; } = "Europe/Paris";

    /// <summary>Who hosts the sites: every site must name them, with their address and telephone (LCEN, article 1-1, formerly 6 III).</summary>
    public string HostedBy { get; set; } = "";

    public string HostAddress { get; set; } = "";

    public string HostTelephone { get; set; } = "";
}
