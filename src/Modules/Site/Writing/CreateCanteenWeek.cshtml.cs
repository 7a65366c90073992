using Saas.Modules.Site.Model;
using Saas.Shell.Identity;

namespace Saas.Modules.Site.Writing;

[Requires(SitePermissions.Edit)]
internal sealed class CreateCanteenWeek(ContentEditing editing, ContentPictures pictures) : CreateContentPage<CanteenWeek, MenuInput>(editing, pictures)
{
    protected override string AlreadyThere => "Cette semaine a déjà son menu. Modifiez celui qui existe.";

    protected override CanteenWeek Make(Guid id, string slug) => new(id, slug);
}
