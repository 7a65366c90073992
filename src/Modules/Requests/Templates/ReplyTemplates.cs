using Microsoft.EntityFrameworkCore;
using Saas.Modules.Requests.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Requests.Templates;

/// <summary>The commune's templates, offered to who writes to a resident.</summary>
internal sealed class ReplyTemplates(SaasDbContext db, CommuneClock clock, CurrentPerson person)
{
    public const string Address = "/gestion/demandes/modeles";

    public static string AddressOf(Guid id) => $"{Address}/{id}";

    public async Task<IReadOnlyList<Offered>> ListAsync(CancellationToken cancel)
    {
        var templates = await db.ReplyTemplates.AsNoTracking().Select(template => new Offered(template.Id, template.Title)).ToListAsync(cancel);
        return [.. templates.OrderBy(template => template.Title, French.Alphabet)];
    }

    /// <summary>The words for this request; null when the template is gone.</summary>
    public async Task<string?> FillInAsync(Guid template, Request request, CancellationToken cancel)
    {
        var text = await db.ReplyTemplates.Where(known => known.Id == template).Select(known => known.Text).SingleOrDefaultAsync(cancel);
        return text is null ? null : ReplyMarks.FillIn(text, request, French.Day(DateOnly.FromDateTime(clock.ToLocal(request.ReceivedAt))), person.Name);
    }

    internal sealed record Offered(Guid Id, string Title);
}
