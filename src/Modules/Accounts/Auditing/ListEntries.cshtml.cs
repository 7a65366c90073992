using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Accounts.Auditing;

/// <summary>Who did what in the commune.</summary>
[Requires(AccountsPermissions.Audit)]
internal sealed class ListEntries(SaasDbContext db, CommuneClock clock, StaffPlace place) : ListEntriesPage<AuditEntry>(db, clock, place);
