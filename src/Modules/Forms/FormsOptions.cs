using System.ComponentModel.DataAnnotations;

namespace Saas.Modules.Forms;

/// <summary>What the operator may change: section <c>Forms</c> of the configuration.</summary>
internal sealed class FormsOptions
{
    /// <summary>A form sent sooner after it was opened was filled in by a robot.</summary>
    [Range(0, 60)]
    public int LeastSeconds { get; set; } = 4;

    /// <summary>How long a draft that nobody touches is kept.</summary>
    [Range(1, 365)]
    public int DraftDays { get; set; } = 30;
}
