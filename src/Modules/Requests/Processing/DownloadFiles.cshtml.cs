using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Requests.Model;
using Saas.Shell.Data;
using Saas.Shell.Files;
using Saas.Shell.Identity;

namespace Saas.Modules.Requests.Processing;

/// <summary>All the files of this request, in one archive named after it.</summary>
[Requires(RequestsPermissions.Read)]
internal sealed class DownloadFiles(SaasDbContext db, IFileStore files) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        var request = await db.Requests.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancel);
        return request is null || !request.Files.Any()
            ? NotFound()
            : new FilesZip(files, $"{request.Reference}.zip", [.. request.Files.Select(file => (file.Id, file.Name))]);
    }
}
