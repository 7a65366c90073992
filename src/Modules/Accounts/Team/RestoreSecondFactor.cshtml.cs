using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Accounts.Team;

/// <summary>An administrator says that a colleague lost telephone and codes.</summary>
[Requires(AccountsPermissions.Manage)]
[EnableRateLimiting(RateLimits.SignIn)]
internal sealed class RestoreSecondFactor(LostSecondFactors lost, StaffSignIn staff, UserManager<Account> accounts, CurrentPerson person, SaasDbContext db) : FormPage
{
    [BindProperty(Name = "id", SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    [SecretField]
    [Required(ErrorMessage = "Saisissez votre mot de passe.")]
    public string? Password { get; set; }

    public Membership Membership { get; private set; } = null!;

    public bool IsMyself => Membership.AccountId == person.AccountId;

    public Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        return ShowAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        if (ModelState.IsValid && !await staff.IsPasswordAsync((await accounts.FindByIdAsync(person.AccountId.ToString()))!, Password!))
        {
            ModelState.AddModelError(nameof(Password), StaffSignIn.WrongPassword);
        }

        if (!ModelState.IsValid || IsMyself)
        {
            return Page();
        }

        await lost.AskAsync(Membership, cancel);
        TempData.Say("La demande est enregistrée. La personne recevra un courriel dès que son accès lui sera rendu.");
        return LocalRedirect($"/gestion/equipe/{Id}");
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var membership = await db.Set<Membership>().AsNoTracking().Include(m => m.Account).SingleOrDefaultAsync(m => m.Id == Id, cancel);
        Membership = membership!;
        return membership is not null;
    }
}
