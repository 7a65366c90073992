using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Site.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Writing;

/// <summary>The agenda, or the alerts: what is to come first, then what is past.</summary>
[Requires(SitePermissions.Read)]
internal sealed class ListKind(SaasDbContext db, CurrentPerson person) : PageModel
{
    private const int RowsPerPage = 25;

    private static readonly Dictionary<ContentKind, Words> Known = new()
    {
        [ContentKind.Event] = new("Ajouter un événement", "/gestion/site/agenda/nouveau", "événement", "événements", "calendar-event", "Aucun événement", "Marché, conseil, fête : écrivez le premier, une date et un lieu suffisent. Il paraîtra sur l’accueil et dans l’agenda."),
        [ContentKind.Alert] = new("Écrire une alerte", "/gestion/site/alertes/nouvelle", "alerte", "alertes", "megaphone", "Aucune alerte", "Coupure d’eau, route barrée, alerte météo : une phrase en haut de toutes les pages, pour la durée que vous choisissez."),
    };

    public bool MayEdit => person.Can(SitePermissions.Edit);

    public ContentKind Kind { get; private set; } = null!;

    public Words Said => Known[Kind];

    public IReadOnlyList<Content> Rows { get; private set; } = [];

    public Paging Paging { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string kind, [FromQuery(Name = "page")] string? page, CancellationToken cancel)
    {
        if (Known.Keys.FirstOrDefault(known => known.Segment == kind) is not { } found)
        {
            return NotFound();
        }

        Kind = found;
        var all = found == ContentKind.Event ? (IQueryable<Content>)db.Events.OrderByDescending(happening => happening.LastOn).ThenBy(happening => happening.Id) : db.Contents.OfType<Alert>().OrderByDescending(alert => alert.UpdatedAt).ThenBy(alert => alert.Id);
        Paging = Paging.Of(int.TryParse(page, out var number) ? number : null, RowsPerPage, await all.CountAsync(cancel));
        Rows = await all.AsNoTracking().Skip(Paging.Skip).Take(Paging.Size).ToListAsync(cancel);
        return Page();
    }

    internal sealed record Words(string Add, string AddAddress, string One, string Many, string Icon, string None, string First);
}
