using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Mail;
using Saas.Shell.Web;

namespace Saas.Modules.Mails.Following;

[Requires(MailsPermissions.Follow)]
internal sealed class ListMails(SaasDbContext db) : PageModel
{
    private const int PageSize = 25;

    [BindProperty(SupportsGet = true, Name = "etat")]
    public string? Tab { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int? Number { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public Paging Paging { get; private set; } = null!;

    public int ToDealWithCount { get; private set; }

    public bool AnyMail { get; private set; }

    public bool IsNarrowed => !string.IsNullOrWhiteSpace(Search);

    public string Caption => French.Count(Paging.Total, "courriel", "courriels") + Tab switch
    {
        MailFilter.ToDealWith => " à régler",
        MailFilter.Refused => Paging.Total < 2 ? " refusé" : " refusés",
        MailFilter.Queued => " en attente",
        MailFilter.Sent => Paging.Total < 2 ? " parti" : " partis",
        _ => "",
    };

    public static string AddressOf(string tab, string? search = null, int page = 1)
    {
        var query = new QueryBuilder();
        if (tab != MailFilter.All)
        {
            query.Add("etat", tab);
        }

        if (!string.IsNullOrWhiteSpace(search))
        {
            query.Add("q", search);
        }

        if (page > 1)
        {
            query.Add("p", page.ToString(CultureInfo.InvariantCulture));
        }

        return "/gestion/courriels" + query;
    }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Tab = MailFilter.Known(Tab);
        var all = db.Set<OutgoingMail>().AsNoTracking();
        AnyMail = await all.AnyAsync(cancel);
        ToDealWithCount = await all.CountAsync(OutgoingMail.WaitsForSomeone, cancel);
        var found = all.In(Tab);
        foreach (var word in (Search ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(6))
        {
            var pattern = $"%{word.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
            found = found.Where(mail => EF.Functions.ILike(mail.Recipient, pattern) || EF.Functions.ILike(mail.Subject, pattern));
        }

        Paging = Paging.Of(Number, PageSize, await found.CountAsync(cancel));
        Rows = await found
            .OrderByDescending(mail => mail.QueuedAt).ThenByDescending(mail => mail.Id)
            .Skip(Paging.Skip).Take(PageSize)
            .Select(mail => new Row(mail.Id, mail.Recipient, mail.Subject, mail.QueuedAt, mail.State, mail.HandledAt != null, mail.Attempts))
            .ToListAsync(cancel);
    }

    public sealed record Row(Guid Id, string Recipient, string Subject, DateTimeOffset QueuedAt, MailState State, bool IsHandled, int Attempts);
}
