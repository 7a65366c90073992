using Saas.Modules.Site.Model;
using Saas.Shell.Identity;

namespace Saas.Modules.Site.Writing;

[Requires(SitePermissions.Edit)]
internal sealed class CreateRoadWorks(ContentEditing editing, ContentPictures pictures) : CreateContentPage<RoadWorks, WorksInput>(editing, pictures)
{
    protected override string AlreadyThere => "Un chantier porte déjà ce titre. Précisez-le, par exemple avec la rue, ou modifiez celui qui existe.";

    protected override RoadWorks Make(Guid id, string slug) => new(id, slug);
}
