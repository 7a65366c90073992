using System.ComponentModel.DataAnnotations;

namespace Saas.Shell.Web;

/// <summary>Where this node keeps what is not in PostgreSQL: section <c>Data</c> of the configuration.</summary>
public sealed class DataOptions
{
    /// <summary>Residents' and staff's files, and in development the mails.</summary>
    [Required]
    public string Folder { get; set; } = "";
}
