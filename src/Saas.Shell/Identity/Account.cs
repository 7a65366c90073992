using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Saas.Shell.Tenancy;

namespace Saas.Shell.Identity;

/// <summary>A person of the staff: one e-mail, one password, a membership in each commune served.</summary>
[SharedByAllTenants("a secretary may serve several communes with one password; what a commune may see of a person is in Membership")]
public sealed class Account : IdentityUser<Guid>
{
    public Account()
    {
        Id = Guid.CreateVersion7();
        SecurityStamp = Guid.NewGuid().ToString("N");
    }

    /// <summary>As shown to colleagues and, on answers, to residents (CRPA L111-2).</summary>
    public string DisplayName { get; set; } = "";

    public bool IsOperator { get; set; }

    /// <summary>Signs in with the password alone, whatever the role: the demonstration's accounts, in development only.</summary>
    public bool SecondFactorExempt { get; private set; }

    /// <summary>The secret shared with the person's telephone, encrypted by the framework's data protection.</summary>
    public string? AuthenticatorKey { get; internal set; }

    public void ExemptFromSecondFactor() => SecondFactorExempt = true;

    /// <summary>Whoever can change everything in a commune or on the platform signs in with two factors.</summary>
    public static bool OwesSecondFactor(Role role, bool enabled, bool exempt) => role is Role.Administrator or Role.Operator && !enabled && !exempt;
}

internal sealed class AccountConfiguration : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.ToTable("accounts", "shell");
        account.Property(a => a.Id).ValueGeneratedNever();
        account.Property(a => a.ConcurrencyStamp).IsConcurrencyToken();
        account.HasIndex(a => a.NormalizedEmail).IsUnique();
        account.Ignore(a => a.PhoneNumber).Ignore(a => a.PhoneNumberConfirmed);
    }
}
