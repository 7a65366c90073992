using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Platform.LostFactors;

/// <summary>The operator gives an access back, after a call, or refuses.</summary>
[OnPlatform]
[Requires(PlatformPermissions.Operate)]
internal sealed class AnswerLostFactor(SaasDbContext db, LostSecondFactors factors, ITenantDirectory communes) : FormPage
{
    private LostSecondFactor _lost = null!;

    [BindProperty(Name = "id", SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public bool Checked { get; set; }

    [BindProperty]
    public bool Restore { get; set; }

    public Row Lost { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        if (Restore && !Checked)
        {
            ModelState.AddModelError(nameof(Checked), "Cochez cette case après l’appel.");
            return Page();
        }

        await factors.AnswerAsync(_lost, Restore, cancel);
        TempData.Say(Restore ? "L’accès est rendu ; la personne est prévenue par courriel." : "La demande est refusée.");
        return LocalRedirect("/console/acces-perdus");
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        _lost = (await db.Set<LostSecondFactor>().SingleOrDefaultAsync(lost => lost.Id == Id, cancel))!;
        if (_lost is null)
        {
            return false;
        }

        var names = await db.Set<Account>().AsNoTracking()
            .Where(account => account.Id == _lost.AccountId || account.Id == _lost.AskedBy)
            .ToDictionaryAsync(account => account.Id, account => new { account.DisplayName, account.Email }, cancel);
        var person = names[_lost.AccountId];
        Lost = new Row(person.DisplayName, person.Email!, communes.FindById(_lost.TenantId)?.Name ?? "", names.GetValueOrDefault(_lost.AskedBy)?.DisplayName ?? "");
        return true;
    }

    internal sealed record Row(string Name, string Email, string Commune, string AskedBy);
}
