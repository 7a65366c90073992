using System.Globalization;
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

    /// <summary>The session of this browser.</summary>
    public Guid SessionId => Guid.Parse(User!.FindFirstValue(StaffCookie.SessionClaim)!);

    /// <summary>Must set the second factor up before anything else.</summary>
    public bool OwesSecondFactor => User?.FindFirstValue(StaffCookie.OwesSecondFactorClaim) == bool.TrueString;

    /// <summary>Of the platform's own staff.</summary>
    public bool IsOperator => SignedIn && Role == Role.Operator;

    /// <summary>An operator whom this commune lets in, for a time.</summary>
    public bool IsAssistance => SignedIn && Role == Role.Assistance;

    /// <summary>Of assistance only: opens pages, and sends nothing.</summary>
    public bool OnlyLooks => User?.FindFirstValue(StaffCookie.OnlyLooksClaim) == bool.TrueString;

    /// <summary>Of assistance only.</summary>
    public DateTimeOffset AssistedUntil => DateTimeOffset.Parse(User!.FindFirstValue(StaffCookie.AssistedUntilClaim)!, CultureInfo.InvariantCulture);

    /// <summary>Of assistance only.</summary>
    internal Guid VisitId => Guid.Parse(User!.FindFirstValue(StaffCookie.VisitClaim)!);

    public string RoleTitle => SignedIn ? Role.Title() : "";

    public bool Can(string permission) => Holds(permission) && !OwesSecondFactor;

    /// <summary>By the role alone, whether or not the second factor is owed.</summary>
    internal bool Holds(string permission) => SignedIn && modules.Allows(Role, permission);

    private ClaimsPrincipal? User => accessor.HttpContext?.User;

    private Role Role => Enum.Parse<Role>(User!.FindFirstValue(ClaimTypes.Role)!);
}
