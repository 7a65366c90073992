using Microsoft.AspNetCore.Mvc;
using Saas.Shell.Identity;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Accounts.Switching;

/// <summary>Where the header's list sends the name of the commune that is wanted; without one, the same list as a page.</summary>
[Requires(AccountsPermissions.Work)]
internal sealed class SwitchCommune(CommuneSwitch communes, ServedCommunes served, CurrentPerson person, ICurrentTenant current) : FormPage
{
    [BindProperty]
    public Guid Commune { get; set; }

    public IReadOnlyList<Tenant> Others { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        await communes.IssueAsync(Commune, cancel) is { } address ? Redirect(address) : NotFound();

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Others = [.. (await served.ListAsync(person.AccountId, cancel)).Where(commune => commune.Id != current.Tenant.Id)];
        return Page();
    }
}
