using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace Saas.Shell.Identity;

/// <summary>Opens a page to whoever holds its permission. Reading a page never saves: whoever only looks may open it, and send nothing.</summary>
internal sealed class PermissionHandler(CurrentPerson person) : AuthorizationHandler<RequiresAttribute>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RequiresAttribute requirement)
    {
        if (!(person.OnlyLooks && !Reads(context.Resource))
            && (person.Can(requirement.Permission) || (requirement.BeforeSecondFactor && person.Holds(requirement.Permission))))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }

    private static bool Reads(object? resource) =>
        resource is HttpContext http && (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method));
}
