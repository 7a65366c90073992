using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Saas.Shell.Data;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Shell.Identity.SigningIn;

/// <summary>The person's own page: how they sign in, and where they are signed in. Shown by <c>_ShowAccount</c>.</summary>
[NeverKept]
public abstract class ShowAccountPage(
    SaasDbContext db,
    UserManager<Account> accounts,
    ITenantDirectory communes,
    CurrentPerson person,
    StaffTrail trail,
    TimeProvider clock,
    StaffPlace place) : FormPage
{
    public StaffPlace Place => place;

    public Account Account { get; private set; } = null!;

    public int CodesLeft { get; private set; }

    public IReadOnlyList<Row> Devices { get; private set; } = [];

    /// <summary>The session to end; empty for all but this one.</summary>
    [BindProperty]
    public Guid? Device { get; set; }

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var mine = db.Set<Session>().Where(session => session.AccountId == person.AccountId && session.Id != person.SessionId);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var ended = await (Device is { } one ? mine.Where(session => session.Id == one) : mine).ExecuteDeleteAsync(cancel);
        if (ended > 0)
        {
            trail.NoteOwn(StaffAct.SessionsEnded, (await accounts.FindByIdAsync(person.AccountId.ToString()))!);
            await trail.SaveAsync(cancel);
        }

        await transaction.CommitAsync(cancel);

        TempData.Say(Device is null ? "Vos autres appareils sont déconnectés." : "Cet appareil est déconnecté.");
        return LocalRedirect(place.MyAccount);
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Account = (await accounts.FindByIdAsync(person.AccountId.ToString()))!;
        CodesLeft = await accounts.CountRecoveryCodesAsync(Account);
        var now = clock.GetUtcNow();
        var sessions = await db.Set<Session>().AsNoTracking()
            .Where(session => session.AccountId == person.AccountId && session.ExpiresAt > now)
            .OrderByDescending(session => session.LastSeenAt)
            .ToListAsync(cancel);
        Devices = sessions.Select(session => new Row(
            session.Id,
            Identity.Device.Of(session.UserAgent),
            session.TenantId is { } commune ? communes.FindById(commune)?.Name ?? "" : "Console",
            When(session.LastSeenAt ?? session.CreatedAt),
            session.Id == person.SessionId)).ToList();
        return Page();
    }

    /// <summary>In the time of the place one reads it in.</summary>
    protected abstract string When(DateTimeOffset instant);

    public sealed record Row(Guid Id, string Device, string Place, string LastSeen, bool IsThisOne);
}
