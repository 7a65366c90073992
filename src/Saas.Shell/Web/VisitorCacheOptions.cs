using System.ComponentModel.DataAnnotations;

namespace Saas.Shell.Web;

/// <summary>How much of this node's memory holds pages that were made for visitors: section <c>VisitorCache</c> of the configuration.</summary>
internal sealed class VisitorCacheOptions
{
    /// <summary>0 makes each page anew for each visitor.</summary>
    [Range(0, 100_000)]
    public int Megabytes { get; set; } = 100;
}
