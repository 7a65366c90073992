using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Saas.Shell.Data;
using Saas.Shell.Tenancy;

namespace Saas.Shell.Identity;

/// <summary>
/// Signs staff in, in the commune of this request or on the platform. Every refusal looks the same and takes the same time, so that
/// a stranger never learns which accounts exist, where they serve or whether one is locked.
/// </summary>
public sealed class StaffSignIn(SaasDbContext db, UserManager<Account> accounts, StaffMails mails, SecondFactor secondFactor, PendingSignIn pending, StaffTrail trail, ICurrentTenant current, TimeProvider clock)
{
    public const string WrongPassword = "Ce n’est pas votre mot de passe actuel. Après cinq essais, le compte attend quinze minutes.";

    private static readonly string UnknownPasswordHash = new PasswordHasher<Account>().HashPassword(new Account(), Guid.NewGuid().ToString());

    /// <summary>The password. <see cref="SignInOutcome.Refused"/> for whatever reason.</summary>
    public async Task<SignInOutcome> TryAsync(HttpContext http, string email, string password, CancellationToken cancel)
    {
        var account = await accounts.FindByEmailAsync(email.Trim());
        var role = account is null ? null : await RoleAsync(account, cancel);
        if (account is null || role is null || await accounts.IsLockedOutAsync(account))
        {
            accounts.PasswordHasher.VerifyHashedPassword(new Account(), UnknownPasswordHash, password);
            return SignInOutcome.Refused;
        }

        if (!await accounts.CheckPasswordAsync(account, password))
        {
            await FailAsync(account, cancel);
            return SignInOutcome.Refused;
        }

        return await ContinueAsync(http, account, role.Value);
    }

    /// <summary>The code, after the password.</summary>
    public async Task<SignInOutcome> TryCodeAsync(HttpContext http, string code, CancellationToken cancel)
    {
        if (await FindPendingAsync(http, cancel) is not var (account, role))
        {
            return SignInOutcome.Gone;
        }

        if (await accounts.IsLockedOutAsync(account))
        {
            return SignInOutcome.Refused;
        }

        if (!await secondFactor.AcceptsAsync(account, code, cancel))
        {
            await FailAsync(account, cancel);
            return SignInOutcome.Refused;
        }

        await ForgetFailuresAsync(account, cancel);
        pending.End(http);
        trail.NoteOwn(StaffAct.SignedIn, account);
        await trail.SaveAsync(cancel);
        await StaffCookie.SignInAsync(http, account, role);
        return SignInOutcome.SignedIn;
    }

    /// <summary>Whether this browser has just given the right password here.</summary>
    public async Task<bool> AwaitsCodeAsync(HttpContext http, CancellationToken cancel) => await FindPendingAsync(http, cancel) is not null;

    /// <summary>After a password that was right: a session, or the second step.</summary>
    internal async Task<SignInOutcome> ContinueAsync(HttpContext http, Account account, Role role)
    {
        if (account.TwoFactorEnabled)
        {
            // The count of failures is kept: whoever knows the password must not get new attempts at the code by typing it again.
            pending.Start(http, account);
            return SignInOutcome.AwaitsCode;
        }

        await ForgetFailuresAsync(account, http.RequestAborted);
        trail.NoteOwn(StaffAct.SignedIn, account);
        await trail.SaveAsync(http.RequestAborted);
        await StaffCookie.SignInAsync(http, account, role);
        return SignInOutcome.SignedIn;
    }

    /// <summary>Mails a link to choose a new password, if the address is that of someone who works here.</summary>
    public async Task OfferNewPasswordAsync(string email, Func<Account, string, string> addressOf, CancellationToken cancel)
    {
        var account = await accounts.FindByEmailAsync(email.Trim());
        if (account is null || await RoleAsync(account, cancel) is null)
        {
            return;
        }

        mails.Send(new Mail.Mail(
            account.Email!,
            "Choisir un nouveau mot de passe",
            [
                $"Bonjour {account.DisplayName},",
                "Quelqu’un, sans doute vous, a demandé un nouveau mot de passe. Ouvrez cette page pour le choisir ; le lien sert une fois, pendant une heure :",
                addressOf(account, await accounts.GeneratePasswordResetTokenAsync(account)),
                "Si vous n’avez rien demandé, ne faites rien : votre mot de passe reste le même.",
            ])
        {
            Secret = true,
        });
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Sets the password and ends every open session of the account. Says in French why it is refused, null when it is done.</summary>
    public async Task<string?> SetPasswordAsync(Guid accountId, string token, string password, CancellationToken cancel)
    {
        const string Void = "Ce lien n’est plus valable : il sert une fois, pendant une heure. Demandez-en un autre.";
        if (await FindHereAsync(accountId, cancel) is not { } account)
        {
            return Void;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var result = await accounts.ResetPasswordAsync(account, token, password);
        if (!result.Succeeded)
        {
            return result.Errors.Any(error => error.Code == nameof(IdentityErrorDescriber.InvalidToken))
                ? Void
                : "Choisissez un mot de passe d’au moins 12 caractères.";
        }

        await accounts.SetLockoutEndDateAsync(account, null);
        await accounts.ResetAccessFailedCountAsync(account);
        await db.Set<Session>().Where(session => session.AccountId == accountId).ExecuteDeleteAsync(cancel);
        trail.NoteOwn(StaffAct.PasswordChanged, account);
        await trail.SaveAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    /// <summary>Whether the mailed link still serves: asked before a form is shown that could only be refused.</summary>
    public async Task<bool> IsPasswordLinkAsync(Guid accountId, string? token, CancellationToken cancel) =>
        await FindHereAsync(accountId, cancel) is { } account
        && await accounts.VerifyUserTokenAsync(account, accounts.Options.Tokens.PasswordResetTokenProvider, UserManager<Account>.ResetPasswordTokenPurpose, token ?? "");

    /// <inheritdoc cref="IsPasswordLinkAsync"/>
    public async Task<bool> IsEmailLinkAsync(Guid accountId, string? email, string? token, CancellationToken cancel) =>
        !string.IsNullOrEmpty(email)
        && await FindHereAsync(accountId, cancel) is { } account
        && await accounts.VerifyUserTokenAsync(account, accounts.Options.Tokens.ChangeEmailTokenProvider, UserManager<Account>.GetChangeEmailTokenPurpose(email), token ?? "");

    /// <summary>Asked again of someone who is signed in. A wrong one counts like a failed sign-in.</summary>
    public async Task<bool> IsPasswordAsync(Account account, string password)
    {
        if (await accounts.IsLockedOutAsync(account))
        {
            return false;
        }

        if (await accounts.CheckPasswordAsync(account, password))
        {
            return true;
        }

        await FailAsync(account, CancellationToken.None);
        return false;
    }

    /// <summary>The password was just checked. Ends the person's other sessions.</summary>
    public async Task ChangePasswordAsync(Account account, string password, string newPassword, Guid session, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(account);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var changed = await accounts.ChangePasswordAsync(account, password, newPassword);
        if (!changed.Succeeded)
        {
            throw new InvalidOperationException(string.Join(' ', changed.Errors.Select(error => error.Description)));
        }

        await db.Set<Session>().Where(other => other.AccountId == account.Id && other.Id != session).ExecuteDeleteAsync(cancel);
        trail.NoteOwn(StaffAct.PasswordChanged, account);
        await trail.SaveAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>Mails a link to the new address. An address that another account has receives a mail too: the screen says the same.</summary>
    public async Task OfferNewEmailAsync(Account account, string email, Func<string, string> addressOf, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(addressOf);
        var token = await accounts.GenerateChangeEmailTokenAsync(account, email);
        mails.Send(await accounts.FindByEmailAsync(email) is null
            ? new Mail.Mail(
                email,
                "Confirmer votre nouvelle adresse",
                [
                    $"Bonjour {account.DisplayName},",
                    "Ouvrez cette page pour vous connecter désormais avec cette adresse ; le lien sert une fois, pendant une heure :",
                    addressOf(token),
                    "Si vous n’avez rien demandé, ne faites rien.",
                ])
            {
                Secret = true,
            }
            : new Mail.Mail(
                email,
                "Cette adresse a déjà un compte",
                [
                    "Bonjour,",
                    "Quelqu’un, peut-être vous, a demandé à se connecter avec cette adresse. Elle est déjà celle d’un compte : rien n’a changé.",
                ]));
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>False when the link is void, for whatever reason. The address before is told.</summary>
    public async Task<bool> SetEmailAsync(Guid accountId, string email, string token, CancellationToken cancel)
    {
        if (await FindHereAsync(accountId, cancel) is not { } account || email.Length == 0)
        {
            return false;
        }

        var (before, name) = (account.Email!, account.DisplayName);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        try
        {
            if (!(await accounts.ChangeEmailAsync(account, email, token)).Succeeded || !(await accounts.SetUserNameAsync(account, email)).Succeeded)
            {
                return false;
            }
        }
        catch (DbUpdateException conflict) when (conflict.IsDuplicate())
        {
            return false;
        }

        mails.Send(new Mail.Mail(
            before,
            "Votre adresse de connexion a changé",
            [
                $"Bonjour {name},",
                $"Votre compte se connecte désormais avec l’adresse {email}.",
                $"Ce n’est pas vous ? Prévenez {current.Words.YourHouse} tout de suite.",
            ]));
        trail.NoteOwn(StaffAct.EmailChanged, account);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    // Failures are counted in the database, not in what was read of the account: attempts made at once would overwrite each other's
    // count, and one that lost the race would break the sign-in that follows.

    /// <summary>Tells the trail when this failure was the one that locks the account.</summary>
    /// <summary>Someone who works here: a mailed link serves nowhere else.</summary>
    private async Task<Account?> FindHereAsync(Guid accountId, CancellationToken cancel) =>
        await accounts.FindByIdAsync(accountId.ToString()) is { } account && await RoleAsync(account, cancel) is not null ? account : null;

    private async Task FailAsync(Account account, CancellationToken cancel)
    {
        var lockout = accounts.Options.Lockout;
        await db.Set<Account>().Where(a => a.Id == account.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.AccessFailedCount, a => a.AccessFailedCount + 1), cancel);
        var locked = await db.Set<Account>().Where(a => a.Id == account.Id && a.LockoutEnabled && a.AccessFailedCount >= lockout.MaxFailedAccessAttempts)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.AccessFailedCount, 0).SetProperty(a => a.LockoutEnd, clock.GetUtcNow() + lockout.DefaultLockoutTimeSpan), cancel);
        if (locked > 0)
        {
            trail.NoteOwn(StaffAct.LockedOut, account);
            await trail.SaveAsync(cancel);
        }
    }

    private async Task ForgetFailuresAsync(Account account, CancellationToken cancel)
    {
        if (account.AccessFailedCount > 0)
        {
            await db.Set<Account>().Where(a => a.Id == account.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.AccessFailedCount, 0), cancel);
        }
    }

    private async Task<(Account Account, Role Role)?> FindPendingAsync(HttpContext http, CancellationToken cancel)
    {
        if (pending.Read(http) is not var (accountId, stamp)
            || await accounts.FindByIdAsync(accountId.ToString()) is not { TwoFactorEnabled: true } account
            || account.SecurityStamp != stamp
            || await RoleAsync(account, cancel) is not { } role)
        {
            return null;
        }

        return (account, role);
    }

    private async Task<Role?> RoleAsync(Account account, CancellationToken cancel) =>
        current.Found is null
            ? account.IsOperator ? Role.Operator : null
            : await db.Set<Membership>().Where(m => m.AccountId == account.Id).Select(m => (Role?)m.Role).SingleOrDefaultAsync(cancel);
}

/// <summary>What became of an attempt to sign in.</summary>
public enum SignInOutcome
{
    Refused,
    AwaitsCode,
    SignedIn,

    /// <summary>Too long ago, or never: the password is asked for again.</summary>
    Gone,
}
