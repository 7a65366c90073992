using Saas.Shell.Tenancy;

namespace Saas.Modules.Requests.Model;

/// <summary>Words that the town hall writes again and again, with marks that each request fills in: « Bonjour {nom}, … ».</summary>
internal sealed class ReplyTemplate(string title, string text) : ITenantOwned
{
    public const int LongestTitle = 80;

    public const int LongestText = 5_000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid TenantId { get; private set; }

    public string Title { get; private set; } = title;

    /// <summary>Plain text, with marks of <see cref="ReplyMarks"/>.</summary>
    public string Text { get; private set; } = text;

    public void Change(string title, string text) => (Title, Text) = (title, text);
}
