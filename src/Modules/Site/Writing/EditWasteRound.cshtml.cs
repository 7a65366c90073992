using Saas.Modules.Site.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Writing;

[Requires(SitePermissions.Edit)]
internal sealed class EditWasteRound(SaasDbContext db, ContentEditing editing, CommuneClock clock) : EditContentPage<WasteRound, WasteInput>(db, editing, clock);
