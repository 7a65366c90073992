using Saas.Modules.Site.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Writing;

[Requires(SitePermissions.Edit)]
internal sealed class EditMember(SaasDbContext db, ContentEditing editing, ContentPictures pictures, CommuneClock clock) : EditContentPage<CouncilMember, MemberInput>(db, editing, pictures, clock);
