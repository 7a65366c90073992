using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Accounts.Team;

/// <summary>Asks someone by mail to join the team.</summary>
[Requires(AccountsPermissions.Manage)]
internal sealed class InviteMember(Shell.Identity.Team team, SaasDbContext db, ILookupNormalizer names, CurrentPerson person) : FormPage, IRoleFields
{
    [BindProperty]
    public Guid InvitationId { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Indiquez le prénom et le nom.")]
    [StringLength(100, ErrorMessage = "Ce nom est trop long : 100 signes au plus.")]
    public string? Name { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Indiquez l’adresse e-mail.")]
    [EmailAddress(ErrorMessage = "Cette adresse e-mail n’est pas complète. Exemple : prenom.nom@mairie.fr")]
    [StringLength(200, ErrorMessage = "Cette adresse est trop longue.")]
    public string? Email { get; set; }

    [BindProperty]
    public Role? Role { get; set; }

    [BindProperty]
    public Guid? DepartmentId { get; set; }

    public IReadOnlyList<DepartmentChoice> Departments { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        InvitationId = Guid.CreateVersion7();
        return ShowAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await this.CheckAsync(db, ModelState, cancel);
        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancel);
        }

        var invitation = new Invitation
        {
            Id = InvitationId == Guid.Empty ? Guid.CreateVersion7() : InvitationId,
            Email = Email!.Trim(),
            NormalizedEmail = names.NormalizeEmail(Email.Trim()),
            Name = Name!.Trim(),
            Role = Role!.Value,
            DepartmentId = DepartmentId,
            InvitedBy = person.Name,
        };
        switch (await team.InviteAsync(invitation, Url.To, cancel))
        {
            case InviteOutcome.AlreadyMember:
                ModelState.AddModelError(nameof(Email), "Cette personne fait déjà partie de l’équipe.");
                return await ShowAsync(cancel);
            case InviteOutcome.AlreadyInvited:
                ModelState.AddModelError(nameof(Email), "Cette personne a déjà été invitée. Depuis la liste de l’équipe, vous pouvez renvoyer ou annuler son invitation.");
                return await ShowAsync(cancel);
            default:
                TempData.Say($"L’invitation est partie à {invitation.Email}.");
                return LocalRedirect("/gestion/equipe");
        }
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Departments = await db.DepartmentChoicesAsync(cancel);
        return Page();
    }
}
