using Microsoft.EntityFrameworkCore;
using Saas.Modules.Requests.Model;
using Saas.Modules.Requests.Processing;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Mail;
using Saas.Shell.Modules;
using Saas.Shell.Settings;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Requests.Deadlines;

/// <summary>
/// Writes to whoever follows requests that are due soon: one mail each, once for each due date, saying nothing of anybody. What the mail
/// tells and that it was told are kept together.
/// </summary>
internal sealed class DeadlineReminders(
    SaasDbContext db,
    ITenantSettings settings,
    ModuleCatalog modules,
    IMailer mailer,
    LegalDeadlines deadlines,
    SiteAddress sites,
    ICurrentTenant current,
    CommuneClock clock)
{
    /// <summary>A mail is read, not scrolled: the rest is in the list.</summary>
    private const int Most = 20;

    private const int Batch = 200;

    public async Task RunAsync(CancellationToken cancel)
    {
        await FillInAsync(cancel);
        await RemindAsync((await settings.GetAsync<RequestsSettings>(cancel)).ReminderDays, cancel);
    }

    /// <summary>Due dates of requests that were received before there were any, or by a node that knows of none.</summary>
    private async Task FillInAsync(CancellationToken cancel)
    {
        var last = Guid.Empty;
        int count;
        do
        {
            var found = await db.Requests.AsNoTracking()
                .Where(Request.IsOpen)
                .Where(request => request.DueOn == null && request.Terms != null && request.Id > last)
                .OrderBy(request => request.Id)
                .Take(Batch)
                .Select(request => new { request.Id, request.Terms, request.ReceivedAt })
                .ToListAsync(cancel);
            foreach (var (id, day) in found.Select(request => (request.Id, deadlines.Of(request.Terms, request.ReceivedAt))).Where(one => one.Item2 is not null))
            {
                await db.Requests.Where(request => request.Id == id && request.DueOn == null).ExecuteUpdateAsync(request => request.SetProperty(r => r.DueOn, day), cancel);
            }

            count = found.Count;
            last = found.LastOrDefault()?.Id ?? last;
        }
        while (count == Batch);
    }

    private async Task RemindAsync(int days, CancellationToken cancel)
    {
        var (today, horizon) = (clock.Today, clock.Today.AddDays(days));
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var due = await db.Requests.AsNoTracking()
            .Where(Request.IsOpen)
            .Where(request => request.AssigneeId != null && request.DueOn >= today && request.DueOn <= horizon && (request.RemindedOf == null || request.RemindedOf != request.DueOn))
            .OrderBy(request => request.DueOn).ThenBy(request => request.Id)
            .Select(request => new DueSoon(request.Id, request.Reference, request.Procedure, request.DueOn!.Value, request.AssigneeId!.Value))
            .ToListAsync(cancel);
        if (due.Count == 0)
        {
            return;
        }

        var roles = Roles.OfCommunes.Where(role => modules.Allows(role, RequestsPermissions.Process)).ToList();
        var followers = await db.Set<Membership>().AsNoTracking()
            .Where(member => roles.Contains(member.Role) && member.Account.Email != null)
            .Select(member => new { member.AccountId, Email = member.Account.Email! })
            .ToDictionaryAsync(member => member.AccountId, member => member.Email, cancel);
        var told = due.Where(request => followers.ContainsKey(request.AssigneeId)).ToList();
        foreach (var mine in told.GroupBy(request => request.AssigneeId))
        {
            mailer.Send(Write(followers[mine.Key], [.. mine]));
        }

        await db.SaveChangesAsync(cancel);
        var ids = told.Select(request => request.Id).ToList();
        await db.Requests.Where(request => ids.Contains(request.Id)).ExecuteUpdateAsync(request => request.SetProperty(r => r.RemindedOf, r => r.DueOn), cancel);
        await transaction.CommitAsync(cancel);
    }

    private Mail Write(string to, IReadOnlyList<DueSoon> mine) => new(
        to,
        mine.Count == 1 ? $"Échéance le {French.ShortDay(mine[0].DueOn)} : demande {mine[0].Reference}" : $"{mine.Count} demandes arrivent à échéance",
        [
            mine.Count == 1 ? "Une demande que vous suivez arrive à échéance :" : $"{mine.Count} demandes que vous suivez arrivent à échéance :",
            .. mine.Take(Most).SelectMany(request => new[]
            {
                $"« {request.Procedure} », référence {request.Reference}, le {French.Day(request.DueOn)}.",
                sites.Of(current.Tenant.Slug, ReadRequest.AddressOf(request.Id)),
            }),
            "Toutes vos demandes, par échéance :",
            sites.Of(current.Tenant.Slug, new RequestFilter(RequestFilter.All, Assignee: RequestFilter.Mine, Order: RequestFilter.ByDueDate).AddressOf(RequestFilter.Address)),
        ]);

    private sealed record DueSoon(Guid Id, string Reference, string Procedure, DateOnly DueOn, Guid AssigneeId);
}
