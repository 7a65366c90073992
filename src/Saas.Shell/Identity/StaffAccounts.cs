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
            var membership = new Membership(account.Id, role);
            db.Add(membership);
            try
            {
                await db.SaveChangesAsync(cancel);
            }
            catch (DbUpdateException conflict) when (conflict.IsDuplicate())
            {
                // Someone else added this person in the same instant: what was asked for is there.
                db.Entry(membership).State = EntityState.Detached;
            }
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

    /// <summary>For accounts whose password everyone knows: the demonstration, in development.</summary>
    internal async Task ExemptFromSecondFactorAsync(Account account, CancellationToken cancel)
    {
        account.ExemptFromSecondFactor();
        await db.SaveChangesAsync(cancel);
    }

    private async Task<Account> FindOrCreateAsync(string email, string name, string? password)
    {
        if (await accounts.FindByEmailAsync(email) is { } known)
        {
            return known;
        }

        var account = new Account { Email = email, UserName = email, DisplayName = name, EmailConfirmed = true, LockoutEnabled = true };
        try
        {
            var created = password is null ? await accounts.CreateAsync(account) : await accounts.CreateAsync(account, password);
            if (created.Succeeded)
            {
                return account;
            }

            return await accounts.FindByEmailAsync(email) ?? throw Refused(created);
        }
        catch (DbUpdateException conflict) when (conflict.IsDuplicate())
        {
            db.Entry(account).State = EntityState.Detached;
            return await db.Set<Account>().SingleAsync(known => known.NormalizedEmail == accounts.NormalizeEmail(email));
        }
    }

    private static void Check(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw Refused(result);
        }
    }

    private static InvalidOperationException Refused(IdentityResult result) =>
        new(string.Join(' ', result.Errors.Select(error => error.Description)));
}
