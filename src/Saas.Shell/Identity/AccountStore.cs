using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Saas.Shell.Data;

namespace Saas.Shell.Identity;

/// <summary>The framework's store of accounts, with the secrets of the second factor where no reader of the database can use them.</summary>
internal sealed class AccountStore(SaasDbContext db, IDataProtectionProvider protection) : UserOnlyStore<Account, SaasDbContext, Guid>(db)
{
    private readonly IDataProtector _keys = protection.CreateProtector("saas.authenticator-key");

    public override Task SetAuthenticatorKeyAsync(Account user, string key, CancellationToken cancellationToken)
    {
        user.AuthenticatorKey = _keys.Protect(key);
        return Task.CompletedTask;
    }

    public override Task<string?> GetAuthenticatorKeyAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult(user.AuthenticatorKey is null ? null : _keys.Unprotect(user.AuthenticatorKey));

    public override async Task ReplaceCodesAsync(Account user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken)
    {
        await Context.Set<RecoveryCode>().Where(code => code.AccountId == user.Id).ExecuteDeleteAsync(cancellationToken);
        Context.AddRange(recoveryCodes.Select(code => new RecoveryCode { AccountId = user.Id, CodeHash = Hash(user, code) }));
    }

    /// <summary>Deleting is what redeems, so that two nodes cannot both.</summary>
    public override async Task<bool> RedeemCodeAsync(Account user, string code, CancellationToken cancellationToken)
    {
        var hash = Hash(user, code);
        return await Context.Set<RecoveryCode>().Where(known => known.AccountId == user.Id && known.CodeHash == hash).ExecuteDeleteAsync(cancellationToken) == 1;
    }

    public override Task<int> CountCodesAsync(Account user, CancellationToken cancellationToken) =>
        Context.Set<RecoveryCode>().CountAsync(code => code.AccountId == user.Id, cancellationToken);

    private static byte[] Hash(Account user, string code) => Tokens.Hash($"{user.Id:N} {code}");
}
