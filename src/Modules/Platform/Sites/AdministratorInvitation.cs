using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Saas.Shell.Identity;
using Saas.Shell.Tenancy;

namespace Saas.Modules.Platform.Sites;

/// <summary>Asks someone by mail to be administrator of a site, from the console: the mail is the site's own, as its team would send it.</summary>
internal sealed class AdministratorInvitation(TenantScopes scopes, ILookupNormalizer names, CurrentPerson person, SiteAddress sites)
{
    public const string AlreadyMember = "Cette personne fait déjà partie de l’équipe.";

    public const string AlreadyInvited = "Cette personne a déjà été invitée. Son lien est valable sept jours ; l’équipe peut le renvoyer.";

    /// <summary>The same identifier sent again is the same invitation.</summary>
    public async Task<InviteOutcome> SendAsync(Tenant site, Guid id, string name, string email, CancellationToken cancel)
    {
        await using var scope = scopes.Open(site);
        var invitation = new Invitation
        {
            Id = id,
            Email = email.Trim(),
            NormalizedEmail = names.NormalizeEmail(email.Trim()),
            Name = name.Trim(),
            Role = Role.Administrator,
            InvitedBy = person.Name,
        };
        return await scope.ServiceProvider.GetRequiredService<Team>().InviteAsync(
            invitation,
            (sent, token) => sites.Of(site.Slug, "/gestion/invitation" + new QueryBuilder { { "invitation", sent.Id.ToString() }, { "jeton", token } }),
            cancel);
    }
}
