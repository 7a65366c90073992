using Microsoft.Extensions.Options;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Search;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Shell.Audit;

/// <summary>
/// Keeps who did what, in the caller's transaction: nothing is kept before the caller saves, and a refused act leaves no trace. Never a
/// secret, nor what a resident wrote. On the platform's own host, what was done to the platform.
/// </summary>
public sealed class AuditTrail(SaasDbContext db, CurrentPerson person, ICurrentTenant current, IOptions<PlatformOptions> platform, TimeProvider clock)
{
    /// <param name="kind">What it is about.</param>
    /// <param name="deed">What follows the person's name, without the full stop: « a publié la démarche « Cantine » ».</param>
    /// <param name="address">Where what it was done to is read.</param>
    /// <param name="changes">What is no longer what it was.</param>
    /// <returns>What is kept, for whoever gives the act up and saves something else.</returns>
    public IAuditEntry Note(AuditKind kind, string deed, string? address = null, params IReadOnlyList<AuditChange> changes) =>
        Add(person.SignedIn ? person.AccountId : null, Doer, kind, deed, address, changes);

    /// <summary>For whoever is not signed in, or no longer: the holder of a link, someone at the door.</summary>
    public void NoteOf(Guid accountId, string name, AuditKind kind, string deed, params IReadOnlyList<AuditChange> changes) =>
        Add(accountId, name, kind, deed, address: null, changes);

    /// <summary>What the platform does by itself, whoever's page it happens in.</summary>
    public void NoteByPlatform(AuditKind kind, string deed, string? address = null) =>
        Add(accountId: null, platform.Value.Name, kind, deed, address, []);

    /// <summary>The comings and goings of an operator in this commune: in its trail, and in that of the platform.</summary>
    public void NoteAssistance(Guid accountId, string name, string deed)
    {
        Add(accountId, name, AuditKind.Access, deed, address: null, []);
        AddOfPlatform(current.Tenant.Id, current.Tenant.Name, accountId, name, AuditKind.Access, deed, $"/console/sites/{current.Tenant.Id}/assistance", []);
    }

    /// <summary>What the operator did to one site, on the platform's own host.</summary>
    public void NoteOfSite(Guid siteId, string site, string deed, string address, params IReadOnlyList<AuditChange> changes)
    {
        if (current.Found is not null)
        {
            throw new InvalidOperationException("A commune has a trail of its own.");
        }

        AddOfPlatform(siteId, site, person.SignedIn ? person.AccountId : null, Doer, AuditKind.Platform, deed, address, changes);
    }

    private string Doer => !person.SignedIn ? platform.Value.Name
        : person.IsOperator ? $"{person.Name} (équipe de {platform.Value.Name})"
        : person.Name;

    private IAuditEntry Add(Guid? accountId, string name, AuditKind kind, string deed, string? address, IReadOnlyList<AuditChange> changes)
    {
        if (current.Found is null)
        {
            return AddOfPlatform(siteId: null, site: null, accountId, name, kind, deed, address, changes);
        }

        return db.Add(new AuditEntry { At = clock.GetUtcNow(), AccountId = accountId, Person = name, Kind = kind, Deed = deed, Address = address, Changes = changes, SearchText = SearchTextOf(name, deed, site: null, changes) }).Entity;
    }

    private PlatformAuditEntry AddOfPlatform(Guid? siteId, string? site, Guid? accountId, string name, AuditKind kind, string deed, string? address, IReadOnlyList<AuditChange> changes) =>
        db.Add(new PlatformAuditEntry { SiteId = siteId, Site = site, At = clock.GetUtcNow(), AccountId = accountId, Person = name, Kind = kind, Deed = deed, Address = address, Changes = changes, SearchText = SearchTextOf(name, deed, site, changes) }).Entity;

    private static string SearchTextOf(string name, string deed, string? site, IReadOnlyList<AuditChange> changes) =>
        SearchWords.Normalise(string.Join(' ', [name, deed, site, .. changes.SelectMany(change => new[] { change.What, change.Before, change.After })]));
}
