using Saas.Contracts.Requests;
using Saas.Shell.Tenancy;

namespace Saas.Modules.Forms.Model;

/// <summary>A form as it was published: what residents meet and answer. Never changes.</summary>
internal sealed class Edition : ITenantOwned, IShownToVisitors
{
    public Edition(Form form, DateTimeOffset now)
    {
        FormId = form.Id;
        Form = form;
        Number = form.EditionNumber;
        Title = form.Title;
        Summary = form.Summary;
        Introduction = form.Introduction;
        Questions = form.Questions;
        Terms = form.Terms;
        PublishedAt = now;
    }

    private Edition()
    {
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid TenantId { get; private set; }

    public Guid FormId { get; private set; }

    public Form Form { get; private set; } = null!;

    /// <summary>From 1, per form.</summary>
    public int Number { get; private set; }

    public string Title { get; private set; } = "";

    public string Summary { get; private set; } = "";

    public string Introduction { get; private set; } = "";

    public IReadOnlyList<Question> Questions { get; private set; } = [];

    public ProcedureTerms Terms { get; private set; } = new();

    public DateTimeOffset PublishedAt { get; private set; }
}
