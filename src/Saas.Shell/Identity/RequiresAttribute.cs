using Microsoft.AspNetCore.Authorization;

namespace Saas.Shell.Identity;

/// <summary>Only staff of this commune who hold the permission may open this page.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RequiresAttribute(string permission) : AuthorizeAttribute, IAuthorizationRequirement, IAuthorizationRequirementData
{
    public string Permission { get; } = permission;

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}
