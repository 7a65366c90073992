namespace Saas.Shell.Files;

/// <summary>What of this commune's files a module still needs. A file that no module points at is swept.</summary>
public interface IFilePointers
{
    /// <summary>Among these, those the module points at, whoever received them.</summary>
    Task<IReadOnlyCollection<Guid>> FindAsync(IReadOnlyCollection<Guid> files, CancellationToken cancel);
}

/// <summary>A module that said what it points at: files that another received are never swept.</summary>
internal sealed record FilePointersOf(string Module);
