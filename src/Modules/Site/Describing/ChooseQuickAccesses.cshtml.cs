using Microsoft.AspNetCore.Mvc;
using Saas.Modules.Site.Model;
using Saas.Shell.Identity;
using Saas.Shell.Settings;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Describing;

[Requires(SitePermissions.Edit)]
internal sealed class ChooseQuickAccesses(ITenantSettings settings, CommuneSite site, ICurrentTenant current) : FormPage
{
    public const int Most = 8;

    private const int LongestTitle = 40;

    /// <summary>Symbols of icons.svg, and what they show.</summary>
    public static IReadOnlyList<(string Name, string Title)> Icons { get; } =
    [
        ("ui-checks", "Démarches"), ("person-vcard", "Papiers"), ("people", "Famille, école"), ("recycle", "Tri"), ("trash", "Déchets"), ("droplet", "Eau"),
        ("house-door", "Maison, urbanisme"), ("cone-striped", "Travaux"), ("telephone", "Téléphone"), ("bank", "Accueil, guichet"), ("clock", "Horaires"), ("calendar3", "Agenda"),
        ("newspaper", "Journal"), ("book", "Livre, bibliothèque"), ("bus-front", "Transports"), ("map", "Plan"), ("tree", "Nature, sport"), ("heart", "Santé, solidarité"),
        ("megaphone", "Annonce"), ("credit-card", "Paiement"), ("envelope", "Courrier"), ("flag", "Signaler"), ("building", "Bâtiment, salle"), ("link-45deg", "Lien"),
    ];

    [BindProperty]
    public List<QuickAccessInput> Links { get; set; } = [];

    /// <summary>What this form was filled in from.</summary>
    [BindProperty]
    public string? SeenThen { get; set; }

    /// <summary>Addresses of this site one may choose from.</summary>
    public IReadOnlyList<VisiblePage> Pages { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var hall = await settings.GetAsync<SiteSettings>(cancel);
        SeenThen = Seen.Of(hall.QuickAccesses);
        var chosen = hall.QuickAccesses is { Count: > 0 } own ? own : FirstQuickAccesses.Among(await site.PagesAsync(cancel), current.Tenant.Kind);
        Links = [.. chosen.Select(link => new QuickAccessInput { Title = link.Title, Address = link.Address, Icon = link.Icon })];
        return await ShowAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        for (var i = 0; i < Links.Count; i++)
        {
            Check(Links[i], i);
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancel);
        }

        var chosen = Links.Where(link => !link.IsEmpty).Take(Most).Select(link => new QuickAccess(link.Title!.Trim(), link.Address!.Trim(), link.Icon!)).ToList();
        IReadOnlyList<QuickAccess>? typed = chosen.Count == 0 ? null : chosen;
        var meanwhile = false;
        await settings.ChangeAsync<SiteSettings>(
            hall =>
            {
                var stored = Seen.Of(hall.QuickAccesses);
                meanwhile = stored != SeenThen && stored != Seen.Of(typed);
                SeenThen = meanwhile ? stored : SeenThen;
                return meanwhile ? hall : hall with { QuickAccesses = typed, WrittenByStaff = true };
            },
            cancel);
        if (meanwhile)
        {
            ModelState.Remove(nameof(SeenThen));
            ModelState.AddModelError("", "Quelqu’un d’autre vient de modifier les accès rapides. Les vôtres ne sont pas encore enregistrés et restent ci-dessous : ouvrez cette page dans un autre onglet pour voir ce qui a changé, puis enregistrez à nouveau si les vôtres doivent remplacer.");
            return await ShowAsync(cancel);
        }

        TempData.Say(chosen.Count == 0 ? "C’est enregistré : l’accueil montre à nouveau les accès proposés au départ." : "C’est enregistré : l’accueil montre vos accès rapides.");
        return Redirect("/gestion/reglages/acces-rapides");
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        while (Links.Count < Most)
        {
            Links.Add(new QuickAccessInput());
        }

        Pages = await site.PagesAsync(cancel);
        return Page();
    }

    private static bool IsAddress(string address) =>
        (address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal) && !address.Contains('\\', StringComparison.Ordinal))
        || (Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http");

    private void Check(QuickAccessInput link, int index)
    {
        if (link.IsEmpty)
        {
            return;
        }

        if (string.IsNullOrWhiteSpace(link.Title))
        {
            ModelState.AddModelError($"Links[{index}].Title", $"Accès {index + 1} : donnez-lui un titre.");
        }
        else if (link.Title.Trim().Length > LongestTitle)
        {
            ModelState.AddModelError($"Links[{index}].Title", $"Accès {index + 1} : le titre est trop long, 40 caractères au plus.");
        }

        if (!IsAddress((link.Address ?? "").Trim()))
        {
            ModelState.AddModelError($"Links[{index}].Address", $"Accès {index + 1} : l’adresse commence par / pour une page du site, ou par https:// pour un autre site.");
        }

        if (Icons.All(icon => icon.Name != link.Icon))
        {
            ModelState.AddModelError($"Links[{index}].Icon", $"Accès {index + 1} : choisissez une image dans la liste.");
        }
    }
}

/// <summary>One large link, as typed.</summary>
internal sealed class QuickAccessInput
{
    public string? Title { get; set; }

    public string? Address { get; set; }

    public string? Icon { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Title) && string.IsNullOrWhiteSpace(Address);
}
