using Saas.Shell.Identity;
using Saas.Shell.Identity.SigningIn;

namespace Saas.Modules.Accounts.SigningIn;

[Public]
internal sealed class SignIn(StaffSignIn staff, StaffPlace place) : SignInPage(staff, place);
