using Saas.Modules.Site.Model;
using Saas.Shell.Identity;

namespace Saas.Modules.Site.Writing;

[Requires(SitePermissions.Edit)]
internal sealed class CreateWasteRound(ContentEditing editing, ContentPictures pictures) : CreateContentPage<WasteRound, WasteInput>(editing, pictures)
{
    protected override string AlreadyThere => "Cette collecte existe déjà pour ce quartier. Modifiez celle qui existe, ou précisez le quartier.";

    protected override WasteRound Make(Guid id, string slug) => new(id, slug);
}
