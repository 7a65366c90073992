using Microsoft.AspNetCore.Authorization;

namespace Saas.Shell.Identity;

/// <summary>Only staff of this commune who hold the permission may open this page.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RequiresAttribute(string permission) : AuthorizeAttribute, IAuthorizationRequirement, IAuthorizationRequirementData
{
    public string Permission { get; } = permission;

    /// <summary>Opens also while the person has yet to set up the second factor that their role demands.</summary>
    public bool BeforeSecondFactor { get; init; }

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}
