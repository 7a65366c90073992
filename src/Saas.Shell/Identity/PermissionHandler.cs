using Microsoft.AspNetCore.Authorization;

namespace Saas.Shell.Identity;

internal sealed class PermissionHandler(CurrentPerson person) : AuthorizationHandler<RequiresAttribute>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RequiresAttribute requirement)
    {
        if (person.Can(requirement.Permission) || (requirement.BeforeSecondFactor && person.Holds(requirement.Permission)))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
