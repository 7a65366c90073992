using Saas.Shell.Identity;
using Saas.Shell.Identity.SigningIn;
using Saas.Shell.Web;

namespace Saas.Modules.Accounts.SigningIn;

[Public]
internal sealed class EnterCode(StaffSignIn staff, StaffPlace place, KeptPosts kept) : EnterCodePage(staff, place, kept);
