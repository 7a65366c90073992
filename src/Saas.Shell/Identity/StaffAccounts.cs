using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Saas.Shell.Data;

namespace Saas.Shell.Identity;

/// <summary>Makes people staff of the current commune, or operators. Making them again changes nothing but the role's absence.</summary>
public sealed class StaffAccounts(SaasDbContext db, UserManager<Account> accounts)
{
    /// <summary>In the current commune.</summary>
    public async Task<Account> AddMemberAsync(string email, string name, Role role, string? password, CancellationToken cancel)
    {
        var account = await FindOrCreateAsync(email, name, password);
        if (!await db.Set<Membership>().AnyAsync(m => m.AccountId == account.Id, cancel))
        {
            db.Add(new Membership(account.Id, role));
            await db.SaveChangesAsync(cancel);
        }

        return account;
    }

    public async Task<Account> AddOperatorAsync(string email, string name, string? password)
    {
        var account = await FindOrCreateAsync(email, name, password);
        account.IsOperator = true;
        Check(await accounts.UpdateAsync(account));
        return account;
    }

    private async Task<Account> FindOrCreateAsync(string email, string name, string? password)
    {
        if (await accounts.FindByEmailAsync(email) is { } known)
        {
            return known;
        }

        var account = new Account { Email = email, UserName = email, DisplayName = name, EmailConfirmed = true, LockoutEnabled = true };
        Check(password is null ? await accounts.CreateAsync(account) : await accounts.CreateAsync(account, password));
        return account;
    }

    private static void Check(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(string.Join(' ', result.Errors.Select(error => error.Description)));
        }
    }
}
