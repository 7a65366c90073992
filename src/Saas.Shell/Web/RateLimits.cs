using System.ComponentModel.DataAnnotations;

namespace Saas.Shell.Web;

/// <summary>How many attempts one address may make in a commune: section <c>RateLimits</c> of the configuration.</summary>
public sealed class RateLimits
{
    /// <summary>Sign-ins and password resets, per window.</summary>
    public const string SignIn = "sign-in";

    /// <summary>Attempts to open the follow-up of a request, per window.</summary>
    public const string Follow = "follow";

    /// <summary>Drafts and requests sent, per window.</summary>
    public const string File = "file";

    [Range(1, 1_000_000)]
    public int SignInsPerWindow { get; set; } = 20;

    [Range(1, 1_000_000)]
    public int FollowsPerWindow { get; set; } = 30;

    [Range(1, 1_000_000)]
    public int FilingsPerWindow { get; set; } = 300;

    [Range(1, 86_400)]
    public int WindowSeconds { get; set; } = 300;

    internal TimeSpan Window => TimeSpan.FromSeconds(WindowSeconds);
}
