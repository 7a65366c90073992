using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Platform.Sites;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Provisioning;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Platform.Groups;

/// <summary>Puts a group on the platform: an intercommunality with its communes, or a free one. Done twice, it is done once.</summary>
[OnPlatform]
[Requires(PlatformPermissions.Operate)]
internal sealed class FoundGroup(SaasDbContext db, GroupFounding founding, GroupSlugs slugs, AdministratorInvitation invitations, SiteAddress sites) : FormPage
{
    /// <summary>Of the intercommunality; empty for a free group.</summary>
    [BindProperty(Name = "epci", SupportsGet = true)]
    public string? Siren { get; set; }

    [BindProperty]
    public Guid Id { get; set; }

    [BindProperty]
    public Guid InvitationId { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Indiquez le nom du groupe.")]
    [StringLength(200, ErrorMessage = "Ce nom est trop long : 200 signes au plus.")]
    public string? GroupName { get; set; }

    [BindProperty]
    public string? Slug { get; set; }

    [BindProperty]
    public List<string> Members { get; set; } = [];

    [BindProperty]
    [StringLength(100, ErrorMessage = "Ce nom est trop long : 100 signes au plus.")]
    public string? Name { get; set; }

    [BindProperty]
    [EmailAddress(ErrorMessage = "Cette adresse e-mail n’est pas complète. Exemple : prenom.nom@exemple.fr")]
    [StringLength(200, ErrorMessage = "Cette adresse est trop longue.")]
    public string? Email { get; set; }

    public ReferenceEpci? Epci { get; private set; }

    public IReadOnlyList<Commune> Communes { get; private set; } = [];

    public string Domain => sites.HostOf("");

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!string.IsNullOrEmpty(Siren) && await db.Set<TenantRow>().Where(site => site.Siren == Siren).Select(site => (Guid?)site.Id).SingleOrDefaultAsync(cancel) is { } known)
        {
            return LocalRedirect($"/console/groupes/{known}");
        }

        (Id, InvitationId) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var shown = await ShowAsync(cancel);
        if (Epci is not null)
        {
            GroupName = Epci.FullName;
            Slug = await slugs.ProposeAsync(Epci, cancel);
            Members = [.. Communes.Select(commune => commune.Code)];
        }

        return shown;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await ShowAsync(cancel) is NotFoundResult gone)
        {
            return gone;
        }

        var slug = Slugs.Of((Slug ?? "").Trim());
        Check(slug);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        // An intercommunality comes with communes of its own; a free group has none yet.
        var members = Communes.Select(commune => commune.Code).Where(Members.Contains).ToList();
        if (await founding.FoundAsync(new GroupToFound(Id == Guid.Empty ? Guid.CreateVersion7() : Id, GroupName!.Trim(), slug, Epci?.Siren, members), cancel) is not { } founded)
        {
            ModelState.AddModelError(nameof(Slug), $"L’adresse {sites.HostOf(slug)} n’est pas libre : elle est à une commune, à un autre groupe ou à la plateforme. Choisissez-en une autre.");
            return Page();
        }

        TempData.Say(await InviteAsync(founded, cancel));
        return LocalRedirect(Epci is null ? $"/console/groupes/{founded.Id}/membres" : $"/console/groupes/{founded.Id}");
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(Siren))
        {
            return Page();
        }

        Epci = await db.Set<ReferenceEpci>().AsNoTracking().SingleOrDefaultAsync(epci => epci.Siren == Siren, cancel);
        var communes = await db.Set<ReferenceCommune>().Where(commune => commune.EpciSiren == Siren).Select(commune => new Commune(commune.Code, commune.Name)).ToListAsync(cancel);
        Communes = [.. communes.OrderBy(commune => commune.Name, French.Alphabet)];
        return Epci is null ? NotFound() : Page();
    }

    private void Check(string slug)
    {
        if (slug.Length == 0)
        {
            ModelState.AddModelError(nameof(Slug), "Indiquez l’adresse du site, en lettres, chiffres et tirets. Exemple : grand-pic-saint-loup");
        }

        var invites = !string.IsNullOrWhiteSpace(Name) || !string.IsNullOrWhiteSpace(Email);
        if (invites && string.IsNullOrWhiteSpace(Name))
        {
            ModelState.AddModelError(nameof(Name), "Indiquez son prénom et son nom.");
        }

        if (invites && string.IsNullOrWhiteSpace(Email))
        {
            ModelState.AddModelError(nameof(Email), "Indiquez son adresse e-mail.");
        }
    }

    /// <summary>What was done, in words.</summary>
    private async Task<string> InviteAsync(Tenant founded, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(Email))
        {
            return $"Le site {CommuneName.Of(founded.Name)} est créé. Il lui faut un administrateur.";
        }

        return await invitations.SendAsync(founded, InvitationId == Guid.Empty ? Guid.CreateVersion7() : InvitationId, Name!, Email, cancel) switch
        {
            InviteOutcome.AlreadyMember => $"Le site est créé. {AdministratorInvitation.AlreadyMember}",
            InviteOutcome.AlreadyInvited => $"Le site est créé. {AdministratorInvitation.AlreadyInvited}",
            _ => $"Le site {CommuneName.Of(founded.Name)} est créé ; l’invitation est partie à {Email.Trim()}.",
        };
    }

    internal sealed record Commune(string Code, string Name);
}
