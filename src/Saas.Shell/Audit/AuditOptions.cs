using System.ComponentModel.DataAnnotations;

namespace Saas.Shell.Audit;

/// <summary>Section <c>Audit</c> of the configuration.</summary>
public sealed class AuditOptions
{
    /// <summary>The database keeps the last year whatever is written here.</summary>
    [Range(1, 30)]
    public int KeepYears { get; set; } = 5;
}
