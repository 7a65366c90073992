using Saas.Shell.Identity;
using Saas.Shell.Identity.SigningIn;
using Saas.Shell.Web;

namespace Saas.Modules.Platform.MyAccount;

[OnPlatform]
[Public]
internal sealed class ConfirmEmail(StaffSignIn staff, StaffPlace place) : ConfirmEmailPage(staff, place);
