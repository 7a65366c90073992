using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Mail;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Shell.Identity;

/// <summary>Who works in the current commune. An inviter never learns whether the person has an account elsewhere.</summary>
public sealed class Team(
    SaasDbContext db,
    UserManager<Account> accounts,
    StaffSignIn staff,
    IMailer mailer,
    StaffTrail trail,
    ICurrentTenant current,
    CommuneClock clock)
{
    /// <summary>Sends the link. The same identifier sent again is the same invitation.</summary>
    /// <param name="addressOf">The page that the link opens, from the token it carries.</param>
    public async Task<InviteOutcome> InviteAsync(Invitation invitation, Func<Invitation, string, string> addressOf, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(invitation);
        ArgumentNullException.ThrowIfNull(addressOf);
        if (await db.Set<Invitation>().AnyAsync(known => known.Id == invitation.Id, cancel))
        {
            return InviteOutcome.Sent;
        }

        if (await db.Set<Membership>().AnyAsync(member => member.Account.NormalizedEmail == invitation.NormalizedEmail, cancel))
        {
            return InviteOutcome.AlreadyMember;
        }

        db.Add(invitation);
        Send(invitation, addressOf);
        trail.Note(StaffAct.InvitationSent, invitation.Name, AuditChange.Among(("Rôle", null, invitation.Role.Title())));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException conflict) when (conflict.IsDuplicate())
        {
            db.ChangeTracker.Clear();
            return await db.Set<Invitation>().AnyAsync(known => known.Id == invitation.Id, cancel) ? InviteOutcome.Sent : InviteOutcome.AlreadyInvited;
        }

        return InviteOutcome.Sent;
    }

    /// <summary>A new link; the previous one is void.</summary>
    public async Task ResendAsync(Invitation invitation, Func<Invitation, string, string> addressOf, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(invitation);
        Send(invitation, addressOf);
        trail.Note(StaffAct.InvitationSentAgain, invitation.Name);
        await db.SaveChangesAsync(cancel);
    }

    public async Task RevokeAsync(Guid id, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var name = await db.Set<Invitation>().Where(invitation => invitation.Id == id).Select(invitation => invitation.Name).SingleOrDefaultAsync(cancel);
        if (name is not null && await db.Set<Invitation>().Where(invitation => invitation.Id == id).ExecuteDeleteAsync(cancel) == 1)
        {
            trail.Note(StaffAct.InvitationRevoked, name);
            await trail.SaveAsync(cancel);
        }

        await transaction.CommitAsync(cancel);
    }

    /// <summary>The invitation that this link carries, and whether its address has an account with a password; null for any other link.</summary>
    public async Task<(Invitation Invitation, bool HasAccount)?> FindInvitationAsync(Guid id, string? token, CancellationToken cancel)
    {
        var invitation = await db.Set<Invitation>().AsNoTracking().Include(i => i.Department).SingleOrDefaultAsync(i => i.Id == id, cancel);
        return invitation is not null && !invitation.HasExpired(clock.Now) && CryptographicOperations.FixedTimeEquals(invitation.TokenHash, Tokens.Hash(token ?? ""))
            ? (invitation, await accounts.FindByEmailAsync(invitation.Email) is { PasswordHash: not null })
            : null;
    }

    /// <summary>
    /// Joins the team with the link of the mail and a password: the one of the account that the address already has, or the one chosen
    /// now. Deleting the invitation is what accepts it, so that a link serves once, whatever the node.
    /// </summary>
    public async Task<AcceptOutcome> AcceptAsync(HttpContext http, Guid id, string? token, string name, string password, CancellationToken cancel)
    {
        if (await FindInvitationAsync(id, token, cancel) is not var (invitation, _))
        {
            return AcceptOutcome.Void;
        }

        var account = await accounts.FindByEmailAsync(invitation.Email);
        if (account is { PasswordHash: not null } && !await staff.IsPasswordAsync(account, password))
        {
            return AcceptOutcome.WrongPassword;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.Set<Invitation>().Where(i => i.Id == id && i.TokenHash == invitation.TokenHash).ExecuteDeleteAsync(cancel) != 1)
        {
            return AcceptOutcome.Void;
        }

        account = await WithPasswordAsync(account, invitation.Email, name, password);
        if (!await db.Set<Membership>().AnyAsync(member => member.AccountId == account.Id, cancel))
        {
            var membership = new Membership(account.Id, invitation.Role);
            membership.Change(invitation.Role, invitation.DepartmentId);
            db.Add(membership);
            await db.SaveChangesAsync(cancel);
        }

        var role = await db.Set<Membership>().Where(member => member.AccountId == account.Id).Select(member => member.Role).SingleAsync(cancel);
        trail.NoteOwn(StaffAct.InvitationAccepted, account);
        await trail.SaveAsync(cancel);
        await transaction.CommitAsync(cancel);
        return await staff.ContinueAsync(http, account, role) == SignInOutcome.AwaitsCode ? AcceptOutcome.AwaitsCode : AcceptOutcome.SignedIn;
    }

    public Task<TeamOutcome> ChangeAsync(Guid id, Role role, Guid? departmentId, CancellationToken cancel) => ActAsync(
        id,
        isAdministratorAfter: role == Role.Administrator,
        async member =>
        {
            var (before, department) = (member.Role, member.DepartmentId);
            member.Change(role, departmentId);
            if ((before, department) != (role, departmentId))
            {
                trail.Note(
                    StaffAct.MemberChanged,
                    await trail.NameOfAsync(member.AccountId, cancel),
                    AuditChange.Among(("Rôle", before.Title(), role.Title()), ("Service", await DepartmentAsync(department, cancel), await DepartmentAsync(departmentId, cancel))));
            }

            await db.SaveChangesAsync(cancel);
        },
        cancel);

    /// <summary>Their sessions in this commune end with the membership.</summary>
    public Task<TeamOutcome> RemoveAsync(Guid id, CancellationToken cancel) => ActAsync(
        id,
        isAdministratorAfter: false,
        async member =>
        {
            trail.Note(StaffAct.MemberRemoved, await trail.NameOfAsync(member.AccountId, cancel));
            db.Remove(member);
            await db.SaveChangesAsync(cancel);
            await db.Set<Session>().Where(session => session.AccountId == member.AccountId && session.TenantId == db.TenantId).ExecuteDeleteAsync(cancel);
        },
        cancel);

    private Task<string?> DepartmentAsync(Guid? id, CancellationToken cancel) =>
        db.Set<Department>().Where(department => department.Id == id).Select(department => (string?)department.Name).SingleOrDefaultAsync(cancel);

    private void Send(Invitation invitation, Func<Invitation, string, string> addressOf)
    {
        var token = Tokens.Create();
        invitation.Renew(Tokens.Hash(token), clock.Now);
        mailer.Send(new Mail.Mail(
            invitation.Email,
            $"Rejoindre l’équipe {current.Words.OfHouseNamed(current.Tenant.Name)}",
            [
                $"Bonjour {invitation.Name},",
                $"{invitation.InvitedBy} vous invite dans l’espace {current.Words.OfHouseNamed(current.Tenant.Name)}, avec le rôle « {invitation.Role.Title()} ».",
                $"Ouvrez cette page pour accepter ; le lien sert une fois, jusqu’au {clock.Moment(invitation.ExpiresAt)} :",
                addressOf(invitation, token),
                "Si cette invitation ne vous dit rien, ne faites rien.",
            ])
        {
            Secret = true,
        });
    }

    private async Task<Account> WithPasswordAsync(Account? account, string email, string name, string password)
    {
        if (account is null)
        {
            account = new Account { Email = email, UserName = email, DisplayName = name, EmailConfirmed = true, LockoutEnabled = true };
            Check(await accounts.CreateAsync(account, password));
        }
        else if (account.PasswordHash is null)
        {
            account.DisplayName = name;
            Check(await accounts.AddPasswordAsync(account, password));
        }

        return account;
    }

    private async Task<TeamOutcome> ActAsync(Guid id, bool isAdministratorAfter, Func<Membership, Task> act, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);

        // Two administrators who remove each other in the same instant wait for one another here, and the second finds itself the last.
        var administrators = await db.Set<Membership>()
            .FromSql($"select * from shell.memberships where role = 'Administrator' order by id for update")
            .AsNoTracking().Select(member => member.Id).ToListAsync(cancel);
        if (await db.Set<Membership>().SingleOrDefaultAsync(member => member.Id == id, cancel) is not { } found)
        {
            return TeamOutcome.Gone;
        }

        if (found.Role == Role.Administrator && !isAdministratorAfter && administrators.Count <= 1)
        {
            return TeamOutcome.LastAdministrator;
        }

        await act(found);
        await transaction.CommitAsync(cancel);
        return TeamOutcome.Done;
    }

    private static void Check(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(string.Join(' ', result.Errors.Select(error => error.Description)));
        }
    }
}

/// <summary>What became of an invitation that was to be sent.</summary>
public enum InviteOutcome
{
    Sent,
    AlreadyMember,
    AlreadyInvited,
}

/// <summary>What became of a link that was followed.</summary>
public enum AcceptOutcome
{
    /// <summary>Used, replaced, revoked, expired or made up: never said which.</summary>
    Void,
    WrongPassword,
    AwaitsCode,
    SignedIn,
}

/// <summary>What became of a change of the team.</summary>
public enum TeamOutcome
{
    Done,
    Gone,
    LastAdministrator,
}
