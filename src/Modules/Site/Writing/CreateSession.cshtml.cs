using Saas.Modules.Site.Model;
using Saas.Shell.Identity;

namespace Saas.Modules.Site.Writing;

[Requires(SitePermissions.Edit)]
internal sealed class CreateSession(ContentEditing editing, ContentPictures pictures) : CreateContentPage<CouncilSession, SessionInput>(editing, pictures)
{
    protected override string AlreadyThere => "Une séance porte déjà ce titre. Donnez-lui un titre qui la distingue, ou modifiez celle qui existe.";

    protected override CouncilSession Make(Guid id, string slug) => new(id, slug);
}
