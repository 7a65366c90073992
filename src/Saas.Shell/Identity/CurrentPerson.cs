using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Saas.Shell.Modules;

namespace Saas.Shell.Identity;

/// <summary>The staff member who is signed in, in the commune of this request.</summary>
public sealed class CurrentPerson(IHttpContextAccessor accessor, ModuleCatalog modules)
{
    public bool SignedIn => User?.Identity?.IsAuthenticated == true;

    public Guid AccountId => Guid.Parse(User!.FindFirstValue(ClaimTypes.NameIdentifier)!);

    public string Name => User?.Identity?.Name ?? "";

    public string RoleTitle => SignedIn ? Role.Title() : "";

    public bool Can(string permission) => SignedIn && modules.Allows(Role, permission);

    private ClaimsPrincipal? User => accessor.HttpContext?.User;

    private Role Role => Enum.Parse<Role>(User!.FindFirstValue(ClaimTypes.Role)!);
}
