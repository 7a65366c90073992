using Microsoft.AspNetCore.Authorization;

namespace Saas.Shell.Identity;

/// <summary>Anyone may open this page.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PublicAttribute : Attribute, IAllowAnonymous;
