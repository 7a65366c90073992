using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saas.Modules.Forms.Model;
using Saas.Shell.Data;

namespace Saas.Modules.Forms.Tests;

/// <summary>Forms as staff leave them, and what has become of them.</summary>
internal static class Given
{
    public static byte[] Pdf(string words) => System.Text.Encoding.UTF8.GetBytes("%PDF-1.7 " + words);

    public static DateOnly Today { get; } = new(2026, 11, 23);

    public static Question Name { get; } = new() { Id = "nom", Label = "Votre nom", Kind = "ShortText", Required = true, Role = QuestionRole.SenderName };

    public static Question Email { get; } = new() { Id = "email", Label = "Votre adresse e-mail", Kind = "Email", Required = true };

    public static Question Proof { get; } = new() { Id = "justificatif", Label = "Justificatif", Kind = "File", Required = true };

    public static Question Message { get; } = new() { Id = "message", Label = "Message", Kind = "LongText" };

    public static Question Fits { get; } = new() { Id = "creneau", Label = "Créneau", Kind = "Choice", Options = ["Matin", "Soir"], Required = true };

    public static Form ADraft(params Question[] questions)
    {
        var id = Guid.CreateVersion7();
        var form = new Form(id, $"Démarche {id:N}", $"demarche-{id:N}");
        form.Describe(form.Title, "Un résumé.", "<p>Une introduction.</p>", $"mairie.{id:N}@exemple.test");
        foreach (var question in questions)
        {
            form.Put(question);
        }

        return form;
    }

    public static Task<Form> DraftAsync(this SaasHost host, string insee, params Question[] questions) => host.InAsync(insee, async services =>
    {
        var form = ADraft(questions);
        var db = services.GetRequiredService<SaasDbContext>();
        db.Add(form);
        await db.SaveChangesAsync();
        return form;
    });

    public static Task<Form> OpenAsync(this SaasHost host, string insee, params Question[] questions) => host.InAsync(insee, async services =>
    {
        var form = ADraft(questions);
        var db = services.GetRequiredService<SaasDbContext>();
        db.Add(form);
        db.Add(form.Publish(recipientIsUnreachable: false, DateTimeOffset.UtcNow));
        await db.SaveChangesAsync();
        return form;
    });

    /// <summary>What a colleague does to the form meanwhile.</summary>
    public static Task ChangeAsync(this SaasHost host, string insee, Form form, Action<Form> change, bool publish = false) => host.InAsync(insee, async services =>
    {
        var db = services.GetRequiredService<SaasDbContext>();
        var row = await db.Forms.SingleAsync(f => f.Id == form.Id);
        change(row);
        if (publish)
        {
            db.Add(row.Publish(recipientIsUnreachable: false, DateTimeOffset.UtcNow));
        }

        await db.SaveChangesAsync();
    });

    public static Task<Form> ReadAsync(this SaasHost host, string insee, Guid id) => host.InAsync(insee, services =>
        services.GetRequiredService<SaasDbContext>().Forms.AsNoTracking().SingleAsync(form => form.Id == id));

    public static Task<List<Edition>> EditionsAsync(this SaasHost host, string insee, Guid id) => host.InAsync(insee, services =>
        services.GetRequiredService<SaasDbContext>().Editions.AsNoTracking().Where(edition => edition.FormId == id).OrderBy(edition => edition.Number).ToListAsync());

    public static Task<List<Draft>> DraftsAsync(this SaasHost host, string insee, Guid formId) => host.InAsync(insee, services =>
        services.GetRequiredService<SaasDbContext>().Drafts.AsNoTracking().Where(draft => draft.FormId == formId).OrderBy(draft => draft.StartedAt).ToListAsync());

    /// <summary>The words of a page, spaces made plain.</summary>
    public static string Words(this IHtmlDocument page) =>
        string.Join(' ', (page.QuerySelector("main") ?? page.Body!).TextContent.Replace('\u00a0', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static string Value(this IHtmlDocument page, string id) => page.GetElementById(id) switch
    {
        IHtmlInputElement input => input.Value,
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.Value ?? "",
        _ => throw new InvalidOperationException($"No field {id}."),
    };
}
