using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Mail;
using Saas.Shell.Web;

namespace Saas.Modules.Accounts.SigningIn;

/// <summary>Asks for a link by mail. The answer is the same whoever asks.</summary>
[Public]
[EnableRateLimiting(RateLimits.SignIn)]
internal sealed class ForgetPassword(StaffSignIn staff, IMailer mailer, SaasDbContext db) : FormPage
{
    public bool Asked { get; private set; }

    [BindProperty]
    [Required(ErrorMessage = "Saisissez votre adresse e-mail.")]
    [EmailAddress(ErrorMessage = "Cette adresse e-mail n’est pas complète. Exemple : prenom.nom@mairie.fr")]
    public string? Email { get; set; }

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancel);
        }

        if (await staff.OfferNewPasswordAsync(Email!, cancel) is var (account, token))
        {
            mailer.Send(new Mail(
                account.Email!,
                "Choisir un nouveau mot de passe",
                [
                    $"Bonjour {account.DisplayName},",
                    "Quelqu’un, sans doute vous, a demandé un nouveau mot de passe. Ouvrez cette page pour le choisir ; le lien sert une fois, pendant une heure :",
                    Url.PageLink("/SigningIn/SetPassword", values: new { compte = account.Id, jeton = token })!,
                    "Si vous n’avez rien demandé, ne faites rien : votre mot de passe reste le même.",
                ]));
            await db.SaveChangesAsync(cancel);
        }

        Asked = true;
        return Page();
    }

    public override Task<IActionResult> ShowAsync(CancellationToken cancel) => Task.FromResult<IActionResult>(Page());
}
