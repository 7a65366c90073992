using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Mail;
using Saas.Shell.Settings;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Mails.Sending;

/// <summary>The name people read and the address their answers go to. The sending address stays the platform's.</summary>
[Requires(MailsPermissions.Sign)]
internal sealed class ChooseSender(SaasDbContext db, ITenantSettings settings, ICurrentTenant current, IOptions<MailOptions> options) : FormPage
{
    [BindProperty]
    [StringLength(80, ErrorMessage = "Ce nom est trop long : 80 signes au plus.")]
    public string? SenderName { get; set; }

    [BindProperty]
    public string? ReplyTo { get; set; }

    public string UsualName => current.Words.HouseNamed(current.Tenant.Name);

    public string SendingAddress => options.Value.From;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var chosen = await settings.GetAsync<MailSettings>(cancel);
        (SenderName, ReplyTo) = (chosen.SenderName, chosen.ReplyTo);
        return await ShowAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var name = Trimmed(SenderName);
        var reply = Trimmed(ReplyTo);
        if (name?.Any(char.IsControl) == true)
        {
            ModelState.AddModelError(nameof(SenderName), "Écrivez le nom sur une seule ligne.");
        }

        if (reply is not null && !MailAddresses.IsOne(reply))
        {
            ModelState.AddModelError(nameof(ReplyTo), "Cette adresse e-mail n’est pas complète. Exemple : contact@exemple.fr");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancel);
        }

        await settings.SetAsync(new MailSettings { SenderName = name, ReplyTo = reply }, cancel);
        await db.SaveChangesAsync(cancel);
        TempData.Say("C’est enregistré. Les prochains courriels sont signés ainsi.");
        return Redirect("/gestion/reglages/courriels");
    }

    public override Task<IActionResult> ShowAsync(CancellationToken cancel) => Task.FromResult<IActionResult>(Page());

    private static string? Trimmed(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
