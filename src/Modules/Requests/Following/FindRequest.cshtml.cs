using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Requests.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Requests.Following;

[Public]
[NeverKept]
[EnableRateLimiting(RateLimits.Follow)]
internal sealed class FindRequest(SaasDbContext db, FollowAccess access) : FormPage
{
    /// <summary>The same for an unknown reference and for a wrong code: a stranger learns nothing.</summary>
    public const string Refusal =
        "La référence et le code de suivi ne vont pas ensemble. Vérifiez-les sur votre accusé de réception, ou appelez l’accueil.";

    [BindProperty]
    [Required(ErrorMessage = "Écrivez la référence de votre demande.")]
    public string? Reference { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Écrivez le code de suivi.")]
    public string? Code { get; set; }

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var reference = Codes.ReadReference(Reference) ?? "";
        var code = await db.Requests.Where(r => r.Reference == reference).Select(r => r.Code).SingleOrDefaultAsync(cancel);
        if (!Codes.IsRight(code, Code))
        {
            ModelState.AddModelError(nameof(Code), Refusal);
            return Page();
        }

        access.Open(reference);
        return Redirect(FollowAccess.PathOf(reference));
    }

    public override Task<IActionResult> ShowAsync(CancellationToken cancel) => Task.FromResult<IActionResult>(Page());
}
