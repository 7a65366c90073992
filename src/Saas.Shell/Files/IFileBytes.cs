namespace Saas.Shell.Files;

/// <summary>The outside edge: where bytes lie, by key <c>tenant/module/id</c>. It knows nothing of rows.</summary>
internal interface IFileBytes
{
    /// <summary>Takes a finished local file over; what is acknowledged is kept.</summary>
    Task KeepAsync(string key, string path, CancellationToken cancel);

    /// <summary>Null when there is nothing under this key.</summary>
    Task<Stream?> OpenAsync(string key, CancellationToken cancel);

    Task DeleteAsync(string key, CancellationToken cancel);

    /// <summary>Everything under a folder, <c>tenant/</c>.</summary>
    IAsyncEnumerable<KeptBytes> ListAsync(string folder, CancellationToken cancel);
}

internal sealed record KeptBytes(string Key, DateTimeOffset KeptAt);
