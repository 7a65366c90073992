using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Saas.Shell.Data;
using Saas.Shell.Web;

namespace Saas.Shell.Identity;

/// <summary>Codes of a telephone (TOTP, RFC 6238) and, when it is lost, recovery codes on paper. Each is accepted once.</summary>
public sealed class SecondFactor(
    SaasDbContext db,
    UserManager<Account> accounts,
    IUserStore<Account> store,
    IOptions<PlatformOptions> platform,
    StaffTrail trail,
    TimeProvider clock)
{
    public const int RecoveryCodes = 10;

    /// <summary>Longer than any code of the telephone is accepted.</summary>
    private static readonly TimeSpan SpentFor = TimeSpan.FromMinutes(15);

    public string NewKey() => accounts.GenerateNewAuthenticatorKey();

    /// <summary>What the telephone reads in the picture.</summary>
    public string AddressOf(Account account, string key)
    {
        ArgumentNullException.ThrowIfNull(account);
        var issuer = Uri.EscapeDataString(platform.Value.Name);
        return $"otpauth://totp/{issuer}:{Uri.EscapeDataString(account.Email!)}?secret={key}&issuer={issuer}&digits=6";
    }

    /// <summary>The recovery codes, shown once; null when the code is not that of this key. Ends the person's other sessions: they did without it.</summary>
    public async Task<IReadOnlyList<string>?> EnableAsync(Account account, string key, string code, Guid session, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(account);
        var before = account.AuthenticatorKey;
        await ((IUserAuthenticatorKeyStore<Account>)store).SetAuthenticatorKeyAsync(account, key, cancel);
        if (!await accounts.VerifyTwoFactorTokenAsync(account, accounts.Options.Tokens.AuthenticatorTokenProvider, Digits(code)))
        {
            account.AuthenticatorKey = before;
            return null;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await SpendAsync(account, Digits(code), cancel);
        Check(await accounts.SetTwoFactorEnabledAsync(account, true));
        var codes = await accounts.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodes);
        await db.Set<Session>().Where(other => other.AccountId == account.Id && other.Id != session).ExecuteDeleteAsync(cancel);
        trail.NoteOwn(StaffAct.SecondFactorEnabled, account);
        await trail.SaveAsync(cancel);
        await transaction.CommitAsync(cancel);
        return [.. codes!];
    }

    public async Task<IReadOnlyList<string>> RenewCodesAsync(Account account, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(account);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var codes = await accounts.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodes);
        trail.NoteOwn(StaffAct.RecoveryCodesRenewed, account);
        await trail.SaveAsync(cancel);
        await transaction.CommitAsync(cancel);
        return [.. codes!];
    }

    public Task<int> CountCodesAsync(Account account) => accounts.CountRecoveryCodesAsync(account);

    /// <summary>A code of the telephone or of the paper, however it was typed.</summary>
    public async Task<bool> AcceptsAsync(Account account, string typed, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(account);
        var digits = Digits(typed);
        return digits.Length == 6
            ? await accounts.VerifyTwoFactorTokenAsync(account, accounts.Options.Tokens.AuthenticatorTokenProvider, digits) && await SpendAsync(account, digits, cancel)
            : (await accounts.RedeemTwoFactorRecoveryCodeAsync(account, Paper(typed))).Succeeded;
    }

    /// <summary>The person signs in with the password alone until they set it up again. Ends all their sessions.</summary>
    public async Task RemoveAsync(Account account, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(account);
        account.AuthenticatorKey = null;
        Check(await accounts.SetTwoFactorEnabledAsync(account, false));
        await db.Set<RecoveryCode>().Where(code => code.AccountId == account.Id).ExecuteDeleteAsync(cancel);
        await db.Set<LostSecondFactor>().Where(lost => lost.AccountId == account.Id).ExecuteDeleteAsync(cancel);
        await db.Set<Session>().Where(session => session.AccountId == account.Id).ExecuteDeleteAsync(cancel);
    }

    /// <summary>False when this code was accepted before, on whichever node.</summary>
    private async Task<bool> SpendAsync(Account account, string code, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var old = now - SpentFor;
        await db.Set<SpentCode>().Where(spent => spent.AccountId == account.Id && spent.SpentAt < old).ExecuteDeleteAsync(cancel);
        var mine = new SpentCode { AccountId = account.Id, Code = code, SpentAt = now };
        db.Add(mine);
        try
        {
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateException conflict) when (conflict.IsDuplicate())
        {
            db.Entry(mine).State = EntityState.Detached;
            return false;
        }
    }

    private static string Digits(string typed) => string.Concat(typed.Where(sign => !char.IsWhiteSpace(sign)));

    /// <summary>As the framework writes them, <c>ABCDE-FGHJK</c>, whatever the case and with or without the dash.</summary>
    private static string Paper(string typed)
    {
        var signs = string.Concat(typed.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        return signs.Length == 10 ? $"{signs[..5]}-{signs[5..]}" : signs;
    }

    private static void Check(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(string.Join(' ', result.Errors.Select(error => error.Description)));
        }
    }
}
