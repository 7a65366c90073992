using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Requests.Model;
using Saas.Shell.Data;
using Saas.Shell.Files;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Requests.Following;

/// <summary>Gives residents back a file they sent. Without access it does not exist.</summary>
[Public]
[NeverKept]
internal sealed class DownloadFile(SaasDbContext db, FollowAccess access, IFileStore files) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string reference, Guid fileId, CancellationToken cancel)
    {
        if (!access.Allows(reference))
        {
            return NotFound();
        }

        var answers = await db.Requests.AsNoTracking().Where(r => r.Reference == reference).Select(r => r.Answers).SingleOrDefaultAsync(cancel);
        var file = answers?.SelectMany(answer => answer.Files).FirstOrDefault(file => file.Id == fileId);
        return file is null ? NotFound() : await files.DownloadAsync(file.Id, file.Name, cancel);
    }
}
