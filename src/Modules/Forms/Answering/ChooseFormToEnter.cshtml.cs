using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Forms.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Forms.Answering;

/// <summary>The procedures that staff may fill in for someone: what was published, also where residents can no longer.</summary>
[Requires(FormsPermissions.Enter)]
internal sealed class ChooseFormToEnter(SaasDbContext db) : PageModel
{
    public const string Address = "/gestion/saisir";

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) =>
        Rows = [.. (await db.Editions.AsNoTracking()
            .Where(edition => edition.Form.State != FormState.Draft && edition.Number == edition.Form.EditionNumber)
            .Select(edition => new Row(edition.Title, edition.Summary, edition.Form.Slug, edition.Form.State == FormState.Closed))
            .ToListAsync(cancel))
            .OrderBy(row => row.IsClosed).ThenBy(row => row.Title, French.Alphabet)];

    internal sealed record Row(string Title, string Summary, string Slug, bool IsClosed);
}
