using Saas.Modules.Site.Model;
using Saas.Shell.Identity;

namespace Saas.Modules.Site.Writing;

[Requires(SitePermissions.Edit)]
internal sealed class CreateEvent(ContentEditing editing, ContentPictures pictures) : CreateContentPage<Event, EventInput>(editing, pictures)
{
    protected override string AlreadyThere => "Un événement porte déjà ce titre. Précisez-le, par exemple avec l’année, ou modifiez celui qui existe.";

    protected override Event Make(Guid id, string slug) => new(id, slug);
}
