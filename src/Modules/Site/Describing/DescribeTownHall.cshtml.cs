using Microsoft.AspNetCore.Mvc;
using Saas.Modules.Site.Model;
using Saas.Shell.Identity;
using Saas.Shell.Settings;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Describing;

[Requires(SitePermissions.Edit)]
internal sealed class DescribeTownHall(ITenantSettings settings, ICurrentTenant current, CommuneClock clock) : FormPage
{
    [BindProperty]
    public TownHallInput Input { get; set; } = new();

    /// <summary>What this form was filled in from.</summary>
    [BindProperty]
    public string? SeenThen { get; set; }

    /// <summary>What visitors read now.</summary>
    public string Sentence { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var hall = await settings.GetAsync<SiteSettings>(cancel);
        Input = TownHallInput.Of(hall);
        SeenThen = Seen.Of(TownHallInput.Of(hall));
        return await ShowAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var written = Input.ApplyTo(await settings.GetAsync<SiteSettings>(cancel), ModelState);
        if (written is null)
        {
            return await ShowAsync(cancel);
        }

        var meanwhile = false;
        await settings.ChangeAsync<SiteSettings>(
            hall =>
            {
                var stored = Seen.Of(TownHallInput.Of(hall));
                written = Input.ApplyTo(hall, ModelState)!;
                meanwhile = stored != SeenThen && stored != Seen.Of(TownHallInput.Of(written));
                SeenThen = meanwhile ? stored : SeenThen;
                return meanwhile ? hall : written;
            },
            cancel);
        if (meanwhile)
        {
            ModelState.Remove(nameof(SeenThen));
            ModelState.AddModelError("", "Quelqu’un d’autre vient de modifier ces réglages. Les vôtres ne sont pas encore enregistrés et restent ci-dessous : ouvrez cette page dans un autre onglet pour voir ce qui a changé, puis enregistrez à nouveau si les vôtres doivent remplacer.");
            return await ShowAsync(cancel);
        }

        var sentence = SentenceOf(written);
        TempData.Say(sentence.Length == 0
            ? "C’est enregistré. Horaires à compléter : le site ne dit pas encore quand l’accueil est ouvert."
            : $"C’est enregistré. Le site dit maintenant : « {sentence} ».");
        return Redirect("/gestion/reglages/mairie");
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Input.Complete();
        Sentence = SentenceOf(await settings.GetAsync<SiteSettings>(cancel));
        return Page();
    }

    private string SentenceOf(SiteSettings hall) => Opening.At(clock.Local, hall, new PublicHolidays(current.Tenant.Departement))?.Sentence ?? "";
}
