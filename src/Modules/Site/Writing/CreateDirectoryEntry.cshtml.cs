using Saas.Modules.Site.Model;
using Saas.Shell.Identity;

namespace Saas.Modules.Site.Writing;

[Requires(SitePermissions.Edit)]
internal sealed class CreateDirectoryEntry(ContentEditing editing, ContentPictures pictures) : CreateContentPage<DirectoryEntry, DirectoryInput>(editing, pictures)
{
    protected override string AlreadyThere => "Une fiche porte déjà ce nom. Précisez-le, par exemple avec le lieu, ou modifiez celle qui existe.";

    protected override DirectoryEntry Make(Guid id, string slug) => new(id, slug);
}
