using Saas.Modules.Site.Model;
using Saas.Shell.Identity;

namespace Saas.Modules.Site.Writing;

[Requires(SitePermissions.Edit)]
internal sealed class CreateNews(ContentEditing editing, ContentPictures pictures) : CreateContentPage<NewsItem, NewsInput>(editing, pictures)
{
    protected override string AlreadyThere => "Une actualité porte déjà ce titre. Précisez-le, par exemple avec l’année, ou modifiez l’actualité qui existe.";

    protected override NewsItem Make(Guid id, string slug) => new(id, slug);
}
