namespace Saas.Shell.Tenancy;

/// <summary>Every commune, in memory. Reading never touches the database; changes arrive from <c>shell.tenants</c> by notification.</summary>
public interface ITenantDirectory
{
    /// <summary>By slug (the platform's sub-domain).</summary>
    Tenant? FindBySlug(string slug);

    /// <summary>By one of its own domains, in lower case without port.</summary>
    Tenant? FindByOwnHost(string host);

    Tenant? FindById(Guid id);

    /// <summary>Reads one commune again, after a change made by this node.</summary>
    Task RefreshAsync(Guid id, CancellationToken cancel);
}
