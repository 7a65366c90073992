using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Platform.Auditing;

[OnPlatform]
[Requires(PlatformPermissions.Operate)]
internal sealed class ExportEntries(SaasDbContext db, AuditTrail trail, CommuneClock clock, StaffPlace place) : ExportEntriesPage<PlatformAuditEntry>(db, trail, clock, place);
