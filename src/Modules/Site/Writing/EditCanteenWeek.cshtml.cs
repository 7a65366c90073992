using Saas.Modules.Site.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Writing;

[Requires(SitePermissions.Edit)]
internal sealed class EditCanteenWeek(SaasDbContext db, ContentEditing editing, ContentPictures pictures, CommuneClock clock) : EditContentPage<CanteenWeek, MenuInput>(db, editing, pictures, clock);
