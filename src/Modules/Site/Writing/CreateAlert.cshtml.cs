using Saas.Modules.Site.Model;
using Saas.Shell.Identity;

namespace Saas.Modules.Site.Writing;

[Requires(SitePermissions.Edit)]
internal sealed class CreateAlert(ContentEditing editing, ContentPictures pictures) : CreateContentPage<Alert, AlertInput>(editing, pictures)
{
    protected override string AlreadyThere => "Une alerte dit déjà cela. Modifiez celle qui existe, ou dites-le autrement.";

    protected override Alert Make(Guid id, string slug) => new(id, slug);
}
