using Microsoft.EntityFrameworkCore;
using Saas.Modules.Site.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;

namespace Saas.Modules.Site.Writing;

[Requires(SitePermissions.Edit)]
internal sealed class CreatePage(SaasDbContext db, ContentEditing editing, ContentPictures pictures) : CreateContentPage<Page, PageInput>(editing, pictures)
{
    protected override string AlreadyThere => "Une page porte déjà ce titre. Choisissez-en un autre, ou modifiez la page qui existe.";

    protected override Page Make(Guid id, string slug) => new(id, slug);

    protected override async Task<bool> IsFreeAsync(string slug, CancellationToken cancel) => !await db.StarterPages.AnyAsync(starter => starter.Slug == slug, cancel);
}
