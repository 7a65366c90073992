using Saas.Shell.Identity;
using Saas.Shell.Identity.SigningIn;

namespace Saas.Modules.Accounts.SigningIn;

[Public]
internal sealed class ForgetPassword(StaffSignIn staff, StaffPlace place) : ForgetPasswordPage(staff, place);
