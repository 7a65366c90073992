using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Requests.Model;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Requests.Retention;

/// <summary>What stays of requests that were erased: the town hall shows it when somebody asks what became of one. As a file by a POST, which leaves an entry in the trail.</summary>
[Requires(RequestsPermissions.Read)]
internal sealed class ListErasedRequests(SaasDbContext db, AuditTrail trail, CommuneClock clock) : FormPage
{
    private const int PageSize = 100;

    private static readonly string[] Titles = ["Référence", "Démarche", "Reçue le", "Close le", "Fichiers", "Règle appliquée", "Effacée le"];

    [BindProperty(SupportsGet = true, Name = "p")]
    public int? Number { get; set; }

    public Paging Paging { get; private set; } = null!;

    public IReadOnlyList<ErasedRequest> Rows { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        trail.Note(AuditKind.Exports, $"a exporté {French.Count(await db.ErasedRequests.CountAsync(cancel), "certificat", "certificats")} d’effacement de demandes", RequestErasures.Certificates);
        await db.SaveChangesAsync(cancel);
        return new CsvFile($"demandes-effacees-{clock.Today:yyyy-MM-dd}.csv", Titles, LinesAsync(cancel));
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Paging = Paging.Of(Number, PageSize, await db.ErasedRequests.CountAsync(cancel));
        Rows = await InOrder().Skip(Paging.Skip).Take(PageSize).ToListAsync(cancel);
        return Page();
    }

    public static string AddressOf(int page) => $"{RequestErasures.Certificates}?p={page}";

    public string Shown(DateTimeOffset? instant) => instant is { } known ? French.ShortDay(DateOnly.FromDateTime(clock.ToLocal(known))) : "";

    private IOrderedQueryable<ErasedRequest> InOrder() => db.ErasedRequests.AsNoTracking().OrderByDescending(erased => erased.ErasedAt).ThenBy(erased => erased.Id);

    private async IAsyncEnumerable<IReadOnlyList<string>> LinesAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var erased in InOrder().AsAsyncEnumerable().WithCancellation(cancel))
        {
            yield return [erased.Reference, erased.Procedure, Shown(erased.ReceivedAt), Shown(erased.ClosedAt), erased.FileCount.ToString(CultureInfo.InvariantCulture), erased.Rule, Shown(erased.ErasedAt)];
        }
    }
}
