using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Platform.Sites;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Provisioning;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Platform.Communes;

/// <summary>Puts a commune on the platform, and asks its first administrator by mail. Done twice, it is done once.</summary>
[OnPlatform]
[Requires(PlatformPermissions.Operate)]
internal sealed class FoundCommune(SaasDbContext db, CommuneFounding founding, AdministratorInvitation invitations, SiteAddress sites, AuditTrail trail) : FormPage
{
    [BindProperty(Name = "insee", SupportsGet = true)]
    public string Insee { get; set; } = "";

    [BindProperty]
    public Guid InvitationId { get; set; }

    [BindProperty]
    [StringLength(100, ErrorMessage = "Ce nom est trop long : 100 signes au plus.")]
    public string? Name { get; set; }

    [BindProperty]
    [EmailAddress(ErrorMessage = "Cette adresse e-mail n’est pas complète. Exemple : prenom.nom@mairie.fr")]
    [StringLength(200, ErrorMessage = "Cette adresse est trop longue.")]
    public string? Email { get; set; }

    public ReferenceCommune Commune { get; private set; } = null!;

    public string? Epci { get; private set; }

    public string Host => sites.HostOf(Commune.Slug);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        InvitationId = Guid.CreateVersion7();
        return await db.Set<TenantRow>().AnyAsync(tenant => tenant.InseeCode == Insee, cancel)
            ? LocalRedirect($"/console/communes/{Uri.EscapeDataString(Insee)}")
            : await ShowAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var invites = !string.IsNullOrWhiteSpace(Name) || !string.IsNullOrWhiteSpace(Email);
        if (invites && string.IsNullOrWhiteSpace(Name))
        {
            ModelState.AddModelError(nameof(Name), "Indiquez son prénom et son nom.");
        }

        if (invites && string.IsNullOrWhiteSpace(Email))
        {
            ModelState.AddModelError(nameof(Email), "Indiquez son adresse e-mail.");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancel);
        }

        var known = await db.Set<TenantRow>().AnyAsync(tenant => tenant.InseeCode == Insee, cancel);
        if (await founding.FoundAsync(Insee, cancel) is not { } founded)
        {
            return NotFound();
        }

        if (!known)
        {
            trail.NoteOfSite(founded.Id, founded.Name, $"a créé la commune {CommuneName.Of(founded.Name)}", $"/console/communes/{founded.InseeCode}");
            await db.SaveChangesAsync(cancel);
        }

        if (!invites)
        {
            TempData.Say($"La commune {CommuneName.Of(founded.Name)} est créée. Il lui faut un administrateur.");
            return LocalRedirect($"/console/communes/{founded.InseeCode}");
        }

        var sent = await invitations.SendAsync(founded, InvitationId == Guid.Empty ? Guid.CreateVersion7() : InvitationId, Name!, Email!, cancel);
        TempData.Say(sent switch
        {
            InviteOutcome.AlreadyMember => $"La commune est créée. {AdministratorInvitation.AlreadyMember}",
            InviteOutcome.AlreadyInvited => $"La commune est créée. {AdministratorInvitation.AlreadyInvited}",
            _ => $"La commune {CommuneName.Of(founded.Name)} est créée ; l’invitation est partie à {Email!.Trim()}.",
        });
        return LocalRedirect($"/console/communes/{founded.InseeCode}");
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Commune = (await db.Set<ReferenceCommune>().AsNoTracking().SingleOrDefaultAsync(commune => commune.Code == Insee, cancel))!;
        if (Commune is null)
        {
            return NotFound();
        }

        Epci = await db.Set<ReferenceEpci>().Where(epci => epci.Siren == Commune.EpciSiren).Select(epci => epci.Name).SingleOrDefaultAsync(cancel);
        return Page();
    }
}
