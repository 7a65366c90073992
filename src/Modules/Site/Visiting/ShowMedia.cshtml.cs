using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Site.Model;
using Saas.Shell.Data;
using Saas.Shell.Files;
using Saas.Shell.Identity;

namespace Saas.Modules.Site.Visiting;

/// <summary>A file of the library, as long as it is there. In the preparation of a text too: whoever knows the address was shown it.</summary>
[Public]
internal sealed class ShowMedia(SaasDbContext db, IFileStore files) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, string name, CancellationToken cancel)
    {
        var found = await db.Medias
            .Where(media => media.Id == id)
            .SelectMany(media => media.Files.Where(file => file.Name == name), (media, file) => new { file.Id, media.Name, media.ContentType, media.Width })
            .SingleOrDefaultAsync(cancel);
        return found is null
            ? NotFound()
            : await files.ShowAsync(found.Id, found.Width > 0 ? Path.ChangeExtension(found.Name, ".webp") : found.Name, found.ContentType, cancel);
    }
}
