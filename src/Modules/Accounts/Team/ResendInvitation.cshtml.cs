using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Accounts.Team;

[Requires(AccountsPermissions.Manage)]
internal sealed class ResendInvitation(Shell.Identity.Team team, SaasDbContext db) : FormPage
{
    [BindProperty(Name = "id", SupportsGet = true)]
    public Guid Id { get; set; }

    public Invitation Invitation { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        await team.ResendAsync(Invitation, Url.To, cancel);
        TempData.Say("L’invitation est repartie.");
        return LocalRedirect("/gestion/equipe");
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var invitation = await db.Set<Invitation>().SingleOrDefaultAsync(i => i.Id == Id, cancel);
        Invitation = invitation!;
        return invitation is not null;
    }
}
