using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Saas.Shell.Identity;
using Saas.Shell.Identity.SigningIn;

namespace Saas.Modules.Accounts.MyAccount;

[Requires(AccountsPermissions.Own, BeforeSecondFactor = true)]
internal sealed class SetUpSecondFactor(SecondFactor secondFactor, UserManager<Account> accounts, CurrentPerson person, IDataProtectionProvider protection, StaffPlace place) :
    SetUpSecondFactorPage(secondFactor, accounts, person, protection, place);
