using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Saas.Shell.Data;

namespace Saas.Shell.Identity;

/// <summary>
/// Gives back the access of someone who lost telephone and recovery codes. An administrator says it of a colleague: at once when the
/// person serves this commune only, through the operator otherwise, in the same words, so that nobody learns where a colleague serves.
/// </summary>
public sealed class LostSecondFactors(
    SaasDbContext db,
    UserManager<Account> accounts,
    ServedCommunes served,
    SecondFactor secondFactor,
    StaffMails mails,
    StaffTrail trail,
    CurrentPerson person,
    TimeProvider clock)
{
    private const string Warn = "prévenez votre équipe";

    /// <summary>For a colleague, never for oneself.</summary>
    public async Task AskAsync(Membership membership, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(membership);
        var account = (await accounts.FindByIdAsync(membership.AccountId.ToString()))!;
        if (account.Id == person.AccountId || !account.TwoFactorEnabled)
        {
            return;
        }

        if (!account.IsOperator && (await served.ListAsync(account.Id, cancel)).All(commune => commune.Id == membership.TenantId))
        {
            await RestoreAsync(account, AtTheTownHall, Warn, cancel);
            return;
        }

        db.Add(new LostSecondFactor { AccountId = account.Id, TenantId = membership.TenantId, AskedBy = person.AccountId, AskedAt = clock.GetUtcNow() });
        trail.Note(StaffAct.SecondFactorLost, account.DisplayName);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException conflict) when (conflict.IsDuplicate())
        {
            // Asked already: the operator has one line for it.
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Of the platform's own staff: a colleague does it, or the command line of the machine when none is left.</summary>
    public async Task RestoreOperatorAsync(Account account, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(account);
        if (!account.IsOperator || (person.SignedIn && account.Id == person.AccountId))
        {
            throw new InvalidOperationException("Another operator, and of the platform.");
        }

        var by = person.SignedIn ? $"{person.Name} a retiré" : "la plateforme a retiré";
        await RestoreAsync(account, $"À votre demande, {by}", "prévenez un autre opérateur", cancel);
    }

    /// <summary>The operator, after the check.</summary>
    public async Task AnswerAsync(LostSecondFactor lost, bool restore, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(lost);
        if (restore)
        {
            await RestoreAsync((await accounts.FindByIdAsync(lost.AccountId.ToString()))!, AtTheTownHall, Warn, cancel);
        }
        else if (await db.Set<LostSecondFactor>().Where(known => known.Id == lost.Id).ExecuteDeleteAsync(cancel) == 1)
        {
            trail.Note(StaffAct.SecondFactorRefused, await trail.NameOfAsync(lost.AccountId, cancel));
            await trail.SaveAsync(cancel);
        }
    }

    private string AtTheTownHall => $"À la demande de votre équipe, {person.Name} a retiré";

    private async Task RestoreAsync(Account account, string removed, string warn, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await secondFactor.RemoveAsync(account, cancel);
        mails.Send(new Mail.Mail(
            account.Email!,
            "Votre double authentification est retirée",
            [
                $"Bonjour {account.DisplayName},",
                $"{removed} la double authentification de votre compte. Connectez-vous avec votre mot de passe, puis mettez-la en place sur votre nouveau téléphone.",
                $"Vous n’aviez rien demandé ? Changez votre mot de passe et {warn} tout de suite.",
            ]));
        trail.Note(StaffAct.SecondFactorRestored, account.DisplayName);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}
