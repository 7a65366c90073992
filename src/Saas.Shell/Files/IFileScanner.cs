namespace Saas.Shell.Files;

/// <summary>The outside edge: looks for malicious content.</summary>
internal interface IFileScanner
{
    /// <summary>False: files are served as they are.</summary>
    bool IsConfigured { get; }

    Task<ScanResult> ScanAsync(Stream content, CancellationToken cancel);
}

/// <summary>What the scanner said; <see cref="FileScan.Pending"/> when it could not be asked.</summary>
internal sealed record ScanResult(FileScan Scan, string? Finding);
