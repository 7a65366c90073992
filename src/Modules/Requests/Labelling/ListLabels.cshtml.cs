using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Requests.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Requests.Labelling;

/// <summary>The commune's labels, and how many requests bear each.</summary>
[Requires(RequestsPermissions.Process)]
internal sealed class ListLabels(SaasDbContext db) : PageModel
{
    public IReadOnlyList<Row> Labels { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var labels = await db.Labels.AsNoTracking().Select(label => new Row(label.Id, label.Name, label.Colour, db.Set<RequestLabel>().Count(put => put.LabelId == label.Id))).ToListAsync(cancel);
        Labels = [.. labels.OrderBy(label => label.Name, French.Alphabet)];
    }

    internal sealed record Row(Guid Id, string Name, LabelColour Colour, int Count);
}
