namespace Saas.Shell.Web;

/// <summary>This page answers on the platform's own host, and on no commune's.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OnPlatformAttribute : Attribute;
