using Microsoft.AspNetCore.Identity;
using Saas.Shell.Identity;
using Saas.Shell.Identity.SigningIn;

namespace Saas.Modules.Accounts.MyAccount;

[Requires(AccountsPermissions.Own)]
internal sealed class ChangePassword(StaffSignIn staff, UserManager<Account> accounts, CurrentPerson person, StaffPlace place) :
    ChangePasswordPage(staff, accounts, person, place);
