using Saas.Shell.Identity;
using Saas.Shell.Identity.SigningIn;

namespace Saas.Modules.Accounts.SigningIn;

[Public]
internal sealed class SetPassword(StaffSignIn staff, StaffPlace place) : SetPasswordPage(staff, place);
