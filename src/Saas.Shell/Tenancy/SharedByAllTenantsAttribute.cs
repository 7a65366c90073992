namespace Saas.Shell.Tenancy;

/// <summary>Says that an entity is not owned by a commune, and why that is right.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SharedByAllTenantsAttribute(string reason) : Attribute
{
    public string Reason { get; } = reason;
}
