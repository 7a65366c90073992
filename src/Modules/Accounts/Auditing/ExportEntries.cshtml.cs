using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Accounts.Auditing;

[Requires(AccountsPermissions.Audit)]
internal sealed class ExportEntries(SaasDbContext db, AuditTrail trail, CommuneClock clock, StaffPlace place) : ExportEntriesPage<AuditEntry>(db, trail, clock, place);
