using Microsoft.AspNetCore.Mvc;
using Saas.Shell.Identity;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Accounts.Switching;

/// <summary>
/// Where the header's list sends the name of the commune that is wanted; without one, the same list as a page. The answer is a page that
/// sends its ticket to the other commune by itself, or by its button where there is no script.
/// </summary>
[NeverKept]
[Requires(AccountsPermissions.Own)]
internal sealed class SwitchCommune(CommuneSwitch communes, ServedCommunes served, CurrentPerson person, ICurrentTenant current) : FormPage
{
    [BindProperty]
    public Guid Commune { get; set; }

    public IReadOnlyList<Tenant> Others { get; private set; } = [];

    public Passage? Passage { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Passage = await communes.IssueAsync(Commune, cancel);
        Passage.SayWhereFrom(Response);
        return Passage is null ? NotFound() : Page();
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Others = [.. (await served.ListAsync(person.AccountId, cancel)).Where(commune => commune.Id != current.Tenant.Id)];
        return Page();
    }
}
