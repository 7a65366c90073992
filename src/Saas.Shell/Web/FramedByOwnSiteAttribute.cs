namespace Saas.Shell.Web;

/// <summary>A preview that another page of the same site may show in a frame.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FramedByOwnSiteAttribute : Attribute;
