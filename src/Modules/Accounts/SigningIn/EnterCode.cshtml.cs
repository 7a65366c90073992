using Saas.Shell.Identity;
using Saas.Shell.Identity.SigningIn;

namespace Saas.Modules.Accounts.SigningIn;

[Public]
internal sealed class EnterCode(StaffSignIn staff, StaffPlace place) : EnterCodePage(staff, place);
