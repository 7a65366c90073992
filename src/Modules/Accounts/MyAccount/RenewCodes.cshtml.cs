using Microsoft.AspNetCore.Identity;
using Saas.Shell.Identity;
using Saas.Shell.Identity.SigningIn;

namespace Saas.Modules.Accounts.MyAccount;

[Requires(AccountsPermissions.Own)]
internal sealed class RenewCodes(SecondFactor secondFactor, StaffSignIn staff, UserManager<Account> accounts, CurrentPerson person, StaffPlace place) :
    RenewCodesPage(secondFactor, staff, accounts, person, place);
