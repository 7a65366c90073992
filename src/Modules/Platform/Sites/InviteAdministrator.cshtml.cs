using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Saas.Shell.Identity;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Platform.Sites;

/// <summary>Asks someone by mail to run a site: at its beginning, or when nobody is left who could.</summary>
[OnPlatform]
[Requires(PlatformPermissions.Operate)]
internal sealed class InviteAdministrator(EditedSite sites, ITenantDirectory directory, AdministratorInvitation invitations) : FormPage
{
    private TenantRow _site = null!;

    [BindProperty(Name = "id", SupportsGet = true)]
    public Guid Id { get; set; }

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

    public string SiteName => _site.Name;

    public string Back => EditedSite.AddressOf(_site);

    public Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        InvitationId = Guid.CreateVersion7();
        return ShowAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await ShowAsync(cancel) is NotFoundResult || directory.FindById(Id) is not { } tenant)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        switch (await invitations.SendAsync(tenant, InvitationId == Guid.Empty ? Guid.CreateVersion7() : InvitationId, Name!, Email!, cancel))
        {
            case InviteOutcome.AlreadyMember:
                ModelState.AddModelError(nameof(Email), AdministratorInvitation.AlreadyMember);
                return Page();
            case InviteOutcome.AlreadyInvited:
                ModelState.AddModelError(nameof(Email), AdministratorInvitation.AlreadyInvited);
                return Page();
            default:
                TempData.Say($"L’invitation est partie à {Email!.Trim()}.");
                return LocalRedirect(Back);
        }
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        _site = (await sites.FindAsync(Id, cancel))!;
        return _site is null ? NotFound() : Page();
    }
}
