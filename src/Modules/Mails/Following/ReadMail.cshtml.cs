using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Mail;

namespace Saas.Modules.Mails.Following;

/// <summary>One mail: to whom, when, what became of it and what can be done. Not its text, which may hold a code or a key.</summary>
[Requires(MailsPermissions.Follow)]
internal sealed class ReadMail(SaasDbContext db) : PageModel
{
    public OutgoingMail Subject { get; private set; } = null!;

    /// <summary>The mail that went to the corrected address.</summary>
    public Guid? ReplacedBy { get; private set; }

    public static string AddressOf(Guid id) => $"/gestion/courriels/{id}";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        var mails = db.Set<OutgoingMail>().AsNoTracking();
        Subject = (await mails.SingleOrDefaultAsync(mail => mail.Id == id, cancel))!;
        if (Subject is null)
        {
            return NotFound();
        }

        ReplacedBy = await mails.Where(mail => mail.Replaces == id).Select(mail => (Guid?)mail.Id).SingleOrDefaultAsync(cancel);
        return Page();
    }
}
