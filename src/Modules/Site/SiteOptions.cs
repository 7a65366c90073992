using System.ComponentModel.DataAnnotations;

namespace Saas.Modules.Site;

/// <summary>What the operator may change: section <c>Site</c> of the configuration.</summary>
internal sealed class SiteOptions
{
    /// <summary>Room of one commune's media library, in megabytes.</summary>
    [Range(1, 1_000_000)]
    public int MediaMegabytes { get; set; } = 2_000;
}
