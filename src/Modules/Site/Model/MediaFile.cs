using Saas.Shell.Tenancy;

namespace Saas.Modules.Site.Model;

/// <summary>One file of a media: a document as it came, a picture in one width.</summary>
internal sealed class MediaFile(Guid id, string name) : ITenantOwned
{
    /// <summary>Of the stored file.</summary>
    public Guid Id { get; private set; } = id;

    public Guid TenantId { get; private set; }

    public Guid MediaId { get; private set; }

    /// <summary>Last part of its address: « 960.webp », « reglement.pdf ».</summary>
    public string Name { get; private set; } = name;
}
