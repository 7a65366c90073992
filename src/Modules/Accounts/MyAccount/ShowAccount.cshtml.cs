using Microsoft.AspNetCore.Identity;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Identity.SigningIn;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Accounts.MyAccount;

[Requires(AccountsPermissions.Own)]
internal sealed class ShowAccount(SaasDbContext db, UserManager<Account> accounts, ITenantDirectory communes, CurrentPerson person, StaffTrail trail, TimeProvider clock, StaffPlace place, CommuneClock time) :
    ShowAccountPage(db, accounts, communes, person, trail, clock, place)
{
    protected override string When(DateTimeOffset instant) => time.ShortMoment(instant);
}
