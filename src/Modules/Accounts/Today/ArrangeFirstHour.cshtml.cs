using Microsoft.AspNetCore.Mvc;
using Saas.Shell.Identity;
using Saas.Shell.Settings;
using Saas.Shell.Web;

namespace Saas.Modules.Accounts.Today;

/// <summary>Puts the list of the first hour away for the whole team, or back.</summary>
[Requires(AccountsPermissions.Manage)]
internal sealed class ArrangeFirstHour(ITenantSettings settings) : FormPage
{
    [BindProperty]
    public bool Away { get; set; }

    public bool PutAway { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await settings.ChangeAsync<AccountsSettings>(stored => stored.FirstHourPutAway == Away ? stored : stored with { FirstHourPutAway = Away }, cancel);
        return LocalRedirect("/gestion");
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        PutAway = (await settings.GetAsync<AccountsSettings>(cancel)).FirstHourPutAway;
        return Page();
    }
}
