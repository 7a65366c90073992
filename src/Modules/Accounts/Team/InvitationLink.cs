using Microsoft.AspNetCore.Mvc;
using Saas.Shell.Identity;

namespace Saas.Modules.Accounts.Team;

internal static class InvitationLink
{
    public static string To(this IUrlHelper url, Invitation invitation, string token) =>
        url.PageLink("/Team/AcceptInvitation", values: new { invitation = invitation.Id, jeton = token })!;
}
