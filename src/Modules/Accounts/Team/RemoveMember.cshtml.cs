using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Accounts.Team;

[Requires(AccountsPermissions.Manage)]
internal sealed class RemoveMember(Shell.Identity.Team team, SaasDbContext db) : FormPage
{
    [BindProperty(Name = "id", SupportsGet = true)]
    public Guid Id { get; set; }

    public string MemberName { get; private set; } = "";

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        switch (await team.RemoveAsync(Id, cancel))
        {
            case TeamOutcome.Gone:
                return NotFound();
            case TeamOutcome.LastAdministrator:
                ModelState.AddModelError("", "C’est le dernier administrateur. Nommez-en un autre d’abord.");
                return await ShowAsync(cancel);
            default:
                TempData.Say("Cette personne ne fait plus partie de l’équipe.");
                return LocalRedirect("/gestion/equipe");
        }
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        var name = await db.Set<Membership>().Where(m => m.Id == Id).Select(m => m.Account.DisplayName).SingleOrDefaultAsync(cancel);
        MemberName = name ?? "";
        return name is null ? NotFound() : Page();
    }
}
