using System.ComponentModel.DataAnnotations;

namespace Saas.Shell.Web;

/// <summary>How much of what arrives after a sign-in has expired is kept: section <c>KeptPosts</c> of the configuration.</summary>
public sealed class KeptPostLimits
{
    [Range(1, 1_000)]
    public int MostPerPerson { get; set; } = 20;

    /// <summary>One form, in bytes.</summary>
    [Range(1_000, SentBody.LargestText)]
    public int LargestBytes { get; set; } = 1_000_000;

    [Range(1_000, 1_000_000_000)]
    public int MostBytesPerCommune { get; set; } = 20_000_000;
}
