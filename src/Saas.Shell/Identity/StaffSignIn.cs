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
public sealed class StaffSignIn(SaasDbContext db, UserManager<Account> accounts, StaffMails mails, ICurrentTenant current)
{
    private static readonly string UnknownPasswordHash = new PasswordHasher<Account>().HashPassword(new Account(), Guid.NewGuid().ToString());

    /// <summary>False when refused, for whatever reason.</summary>
    public async Task<bool> TryAsync(HttpContext http, string email, string password, CancellationToken cancel)
    {
        var account = await accounts.FindByEmailAsync(email.Trim());
        var role = account is null ? null : await RoleAsync(account, cancel);
        if (account is null || role is null || await accounts.IsLockedOutAsync(account))
        {
            accounts.PasswordHasher.VerifyHashedPassword(new Account(), UnknownPasswordHash, password);
            return false;
        }

        if (!await accounts.CheckPasswordAsync(account, password))
        {
            await accounts.AccessFailedAsync(account);
            return false;
        }

        await accounts.ResetAccessFailedCountAsync(account);
        await StaffCookie.SignInAsync(http, account, role.Value);
        return true;
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
        const string Void = "Ce lien n’est plus valable : il sert une fois, pendant une heure. Demandez-en un autre.";
        if (await accounts.FindByIdAsync(accountId.ToString()) is not { } account)
        {
            return Void;
        }

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
        return null;
    }

    private async Task<Role?> RoleAsync(Account account, CancellationToken cancel) =>
        current.Found is null
            ? account.IsOperator ? Role.Operator : null
            : await db.Set<Membership>().Where(m => m.AccountId == account.Id).Select(m => (Role?)m.Role).SingleOrDefaultAsync(cancel);
}
