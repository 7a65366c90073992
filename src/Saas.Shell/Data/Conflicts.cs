using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Saas.Shell.Data;

/// <summary>Reads why the database refused a save.</summary>
public static class Conflicts
{
    /// <summary>The row exists already: the guard of acts that create against the double click and the second tab.</summary>
    public static bool IsDuplicate(this DbUpdateException refused) =>
        refused.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    /// <summary>Something points at the row that was to go, or the row pointed at has gone.</summary>
    public static bool IsBrokenLink(this DbUpdateException refused) =>
        refused.InnerException is PostgresException { SqlState: PostgresErrorCodes.ForeignKeyViolation };
}
