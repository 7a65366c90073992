using Saas.Shell.Identity;
using Saas.Shell.Identity.SigningIn;
using Saas.Shell.Web;

namespace Saas.Modules.Platform.SigningIn;

[OnPlatform]
[Public]
internal sealed class SignIn(StaffSignIn staff, StaffPlace place, KeptPosts kept) : SignInPage(staff, place, kept);
