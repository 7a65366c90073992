using Saas.Shell.Identity;
using Saas.Shell.Identity.SigningIn;

namespace Saas.Modules.Accounts.MyAccount;

[Public]
internal sealed class ConfirmEmail(StaffSignIn staff, StaffPlace place) : ConfirmEmailPage(staff, place);
