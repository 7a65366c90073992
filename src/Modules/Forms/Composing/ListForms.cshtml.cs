using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Forms.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Forms.Composing;

[Requires(FormsPermissions.Read)]
internal sealed class ListForms(SaasDbContext db, CurrentPerson person) : PageModel
{
    public IReadOnlyList<Row> Forms { get; private set; } = [];

    public bool CanCompose => person.Can(FormsPermissions.Compose);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var forms = await db.Forms.AsNoTracking()
            .Select(form => new Row(form.Id, form.Title, form.Slug, form.State, form.HasUnpublishedChanges, form.Questions, form.Recipient))
            .ToListAsync(cancel);
        Forms = [.. forms
            .OrderBy(form => form.State == FormState.Open ? 0 : form.State == FormState.Draft ? 1 : 2)
            .ThenBy(form => form.Title, French.Alphabet)];
    }

    internal sealed record Row(Guid Id, string Title, string Slug, FormState State, bool HasUnpublishedChanges, IReadOnlyList<Question> Questions, string Recipient);
}
