using Saas.Shell.Files;
using Saas.Shell.Settings;
using Saas.Shell.Tenancy;

namespace Saas.Modules.Site.Describing;

/// <summary>The pictures the commune wears, and those it can go back to.</summary>
internal sealed class LookPictures(ITenantSettings settings, ICurrentTenant current) : IFilePointers
{
    public async Task<IReadOnlyCollection<Guid>> FindAsync(IReadOnlyCollection<Guid> files, CancellationToken cancel)
    {
        var previous = (await settings.GetAsync<SiteSettings>(cancel)).PreviousLook;
        return current.Tenant.Look.Pictures.Concat(previous?.Pictures ?? []).Where(files.Contains).ToHashSet();
    }
}
