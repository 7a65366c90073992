using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Platform.Auditing;

/// <summary>Who did what on the platform, and to which site.</summary>
[OnPlatform]
[Requires(PlatformPermissions.Operate)]
internal sealed class ListEntries(SaasDbContext db, CommuneClock clock, StaffPlace place) : ListEntriesPage<PlatformAuditEntry>(db, clock, place);
