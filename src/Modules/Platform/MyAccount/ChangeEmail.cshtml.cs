using Microsoft.AspNetCore.Identity;
using Saas.Shell.Identity;
using Saas.Shell.Identity.SigningIn;
using Saas.Shell.Web;

namespace Saas.Modules.Platform.MyAccount;

[OnPlatform]
[Requires(PlatformPermissions.Operate)]
internal sealed class ChangeEmail(StaffSignIn staff, UserManager<Account> accounts, CurrentPerson person, StaffPlace place) :
    ChangeEmailPage(staff, accounts, person, place);
