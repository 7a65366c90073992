using Saas.Shell.Assistance;
using Saas.Shell.Identity;
using Saas.Shell.Identity.SigningIn;
using Saas.Shell.Tenancy;

namespace Saas.Modules.Accounts.SigningIn;

/// <summary>Ends the session; that of an operator whom the commune let in leads back to the console.</summary>
[Public]
internal sealed class SignOut(StaffPlace place, CurrentPerson person, AssistanceConsents assistance, ICurrentTenant current, SiteAddress sites) : SignOutPage(place)
{
    protected override async Task<string> LeaveAsync(CancellationToken cancel)
    {
        await assistance.LeaveAsync(cancel);
        return person.IsAssistance ? sites.OfPlatform($"/console/sites/{current.Tenant.Id}/assistance") : await base.LeaveAsync(cancel);
    }
}
