using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Accounts.Team;

/// <summary>What the pages that give a role have in common, shown by <c>_RoleFields</c>.</summary>
internal interface IRoleFields
{
    Role? Role { get; }

    Guid? DepartmentId { get; }

    IReadOnlyList<DepartmentChoice> Departments { get; }
}

internal sealed record DepartmentChoice(Guid Id, string Name);

/// <summary>What those pages read and refuse.</summary>
internal static class RoleFields
{
    public static async Task<IReadOnlyList<DepartmentChoice>> DepartmentChoicesAsync(this SaasDbContext db, CancellationToken cancel)
    {
        var departments = await db.Set<Department>().AsNoTracking().Select(d => new DepartmentChoice(d.Id, d.Name)).ToListAsync(cancel);
        return [.. departments.OrderBy(department => department.Name, French.Alphabet)];
    }

    /// <summary>A role of the platform or a department of elsewhere is no answer.</summary>
    public static async Task CheckAsync(this IRoleFields fields, SaasDbContext db, ModelStateDictionary state, CancellationToken cancel)
    {
        if (fields.Role is null || !Roles.OfCommunes.Contains(fields.Role.Value))
        {
            state.Remove(nameof(fields.Role));
            state.AddModelError(nameof(fields.Role), "Choisissez un rôle.");
        }

        if (fields.DepartmentId is { } id && !await db.Set<Department>().AnyAsync(department => department.Id == id, cancel))
        {
            state.AddModelError(nameof(fields.DepartmentId), "Ce service n’existe plus. Choisissez-en un autre.");
        }
    }
}
