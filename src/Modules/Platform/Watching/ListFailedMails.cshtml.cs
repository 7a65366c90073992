using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Saas.Modules.Platform.Sites;
using Saas.Shell.Identity;
using Saas.Shell.Mail;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Platform.Watching;

/// <summary>Communes whose mails do not arrive: how many, never to whom.</summary>
[OnPlatform]
[Requires(PlatformPermissions.Operate)]
internal sealed class ListFailedMails(FailedMails mails, ITenantDirectory directory, CommuneClock clock) : PageModel
{
    public const string ByName = "nom";

    public const string ByPutOff = "attente";

    public const string ByLatest = "dernier";

    private const int PageSize = 50;

    [BindProperty(Name = "tri", SupportsGet = true)]
    public string? Order { get; set; }

    [FromQuery(Name = "page")]
    public int? Asked { get; set; }

    public PagesOfList Pages { get; private set; } = null!;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var rows = (await mails.ListAsync(cancel))
            .Select(failed => (Failed: failed, Site: directory.FindById(failed.TenantId)))
            .Where(row => row.Site is not null)
            .Select(row => new Row(row.Site!.Name, EditedSite.AddressOf(row.Site.Id, row.Site.InseeCode), row.Failed.Refused, row.Failed.PutOff, row.Failed.Latest))
            .ToList();
        rows = Order switch
        {
            ByName => [.. rows.OrderBy(row => row.Name, French.Alphabet)],
            ByPutOff => [.. rows.OrderByDescending(row => row.PutOff).ThenBy(row => row.Name, French.Alphabet)],
            ByLatest => [.. rows.OrderByDescending(row => row.Latest).ThenBy(row => row.Name, French.Alphabet)],
            _ => [.. rows.OrderByDescending(row => row.Refused).ThenBy(row => row.Name, French.Alphabet)],
        };
        var paging = Paging.Of(Asked, PageSize, rows.Count);
        Pages = new PagesOfList(paging, "/console/courriels", [("tri", Order)]);
        Rows = rows.GetRange(paging.Skip, paging.Last - paging.Skip);
    }

    public string When(DateTimeOffset? instant) => instant is { } known ? clock.Moment(known) : "–";

    internal sealed record Row(string Name, string Site, long Refused, long PutOff, DateTimeOffset? Latest);
}
