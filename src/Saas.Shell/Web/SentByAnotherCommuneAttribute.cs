namespace Saas.Shell.Web;

/// <summary>
/// A page whose POST comes from a page of another commune, which cannot know an antiforgery token of this one: the page itself refuses what
/// was not sent from there.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SentByAnotherCommuneAttribute : Attribute;
