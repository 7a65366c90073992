namespace Saas.Shell.Files;

/// <summary>Files of this commune. The bytes are written first, the row in the caller's transaction.</summary>
public interface IFileStore
{
    /// <summary>Streams a file in. Bytes whose row is never saved are swept later.</summary>
    Task<ReceivedFile> SaveAsync(string module, string name, Stream content, FileLimits limits, CancellationToken cancel);

    /// <summary>Null when no such file is this commune's.</summary>
    Task<OpenedFile?> OpenAsync(Guid id, CancellationToken cancel);
}

/// <summary>What may be received.</summary>
/// <param name="MostBytes">Size of one file.</param>
/// <param name="Types">Content types, as found from the content.</param>
public sealed record FileLimits(long MostBytes, IReadOnlyList<string> Types);

/// <summary>A file taken in, or the reason it was not, as a sentence for the person who sent it.</summary>
public sealed record ReceivedFile(StoredFile? File, string? Refusal);

/// <summary>A file to be read, or the reason it is not served, as a sentence for the person who asked.</summary>
public sealed record OpenedFile(Stream? Content, string? Refusal);
