using Microsoft.AspNetCore.Mvc;
using Saas.Modules.Site.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Settings;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Describing;

[Requires(SitePermissions.Edit)]
internal sealed class DescribeTownHall(SaasDbContext db, ITenantSettings settings, ICurrentTenant current, CommuneClock clock) : FormPage
{
    [BindProperty]
    public TownHallInput Input { get; set; } = new();

    /// <summary>What visitors read now.</summary>
    public string Sentence { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Input = TownHallInput.Of(await settings.GetAsync<SiteSettings>(cancel));
        return await ShowAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var written = Input.ApplyTo(await settings.GetAsync<SiteSettings>(cancel), ModelState);
        if (written is null)
        {
            return await ShowAsync(cancel);
        }

        await settings.SetAsync(written, cancel);
        await db.SaveChangesAsync(cancel);
        var sentence = SentenceOf(written);
        TempData.Say(sentence.Length == 0
            ? "C’est enregistré. Horaires à compléter : le site ne dit pas encore quand la mairie est ouverte."
            : $"C’est enregistré. Le site dit maintenant : « {sentence} ».");
        return Redirect("/gestion/reglages/mairie");
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Input.Complete();
        Sentence = SentenceOf(await settings.GetAsync<SiteSettings>(cancel));
        return Page();
    }

    private string SentenceOf(SiteSettings hall) => Opening.At(clock.Local, hall, new PublicHolidays(current.Tenant.InseeCode))?.Sentence ?? "";
}
