using Saas.Modules.Site.Model;
using Saas.Shell.Identity;

namespace Saas.Modules.Site.Writing;

[Requires(SitePermissions.Edit)]
internal sealed class CreateMember(ContentEditing editing, ContentPictures pictures) : CreateContentPage<CouncilMember, MemberInput>(editing, pictures)
{
    protected override string AlreadyThere => "Un élu porte déjà ce nom. Modifiez sa fiche, ou précisez le prénom.";

    protected override CouncilMember Make(Guid id, string slug) => new(id, slug);
}
