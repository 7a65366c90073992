using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Accounts.Team;

/// <summary>What a colleague is here.</summary>
[Requires(AccountsPermissions.Manage)]
internal sealed class EditMember(Shell.Identity.Team team, SaasDbContext db) : FormPage, IRoleFields
{
    [BindProperty(Name = "id", SupportsGet = true)]
    public Guid Id { get; set; }

    public Row Member { get; private set; } = null!;

    [BindProperty]
    public Role? Role { get; set; }

    [BindProperty]
    public Guid? DepartmentId { get; set; }

    public IReadOnlyList<DepartmentChoice> Departments { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var shown = await ShowAsync(cancel);
        Role = Member?.Role;
        DepartmentId = Member?.DepartmentId;
        return shown;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await this.CheckAsync(db, ModelState, cancel);
        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancel);
        }

        switch (await team.ChangeAsync(Id, Role!.Value, DepartmentId, cancel))
        {
            case TeamOutcome.Gone:
                return NotFound();
            case TeamOutcome.LastAdministrator:
                ModelState.AddModelError(nameof(Role), "C’est le dernier administrateur. Nommez-en un autre d’abord.");
                return await ShowAsync(cancel);
            default:
                TempData.Say("C’est enregistré.");
                return LocalRedirect("/gestion/equipe");
        }
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Departments = await db.DepartmentChoicesAsync(cancel);
        Member = (await db.Set<Membership>().AsNoTracking()
            .Where(m => m.Id == Id)
            .Select(m => new Row(m.Id, m.Account.DisplayName, m.Account.Email!, m.Role, m.DepartmentId))
            .SingleOrDefaultAsync(cancel))!;
        return Member is null ? NotFound() : Page();
    }

    internal sealed record Row(Guid Id, string Name, string Email, Role Role, Guid? DepartmentId);
}
