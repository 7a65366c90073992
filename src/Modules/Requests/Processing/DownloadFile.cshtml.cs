using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Requests.Model;
using Saas.Shell.Data;
using Saas.Shell.Files;
using Saas.Shell.Identity;

namespace Saas.Modules.Requests.Processing;

/// <summary>A file of this request and of no other.</summary>
[Requires(RequestsPermissions.Read)]
internal sealed class DownloadFile(SaasDbContext db, IFileStore files) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, Guid fileId, CancellationToken cancel)
    {
        var answers = await db.Requests.AsNoTracking().Where(r => r.Id == id).Select(r => r.Answers).SingleOrDefaultAsync(cancel);
        var file = answers?.SelectMany(answer => answer.Files).FirstOrDefault(file => file.Id == fileId);
        return file is null ? NotFound() : await files.DownloadAsync(file.Id, file.Name, cancel);
    }
}
