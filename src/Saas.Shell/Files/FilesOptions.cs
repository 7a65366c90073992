using System.ComponentModel.DataAnnotations;

namespace Saas.Shell.Files;

/// <summary>Where files are kept and how they are looked at: section <c>Files</c> of the configuration.</summary>
public sealed class FilesOptions
{
    /// <summary>Address of an S3 store, <c>https://s3.gra.io.cloud.ovh.net</c>; empty keeps files in the data folder.</summary>
    public string S3 { get; set; } = "";

    public string Bucket { get; set; } = "";

    public string Region { get; set; } = "";

    public string AccessKey { get; set; } = "";

    public string SecretKey { get; set; } = "";

    /// <summary>Host of clamd; empty: files are not looked at.</summary>
    public string ScannerHost { get; set; } = "";

    public int ScannerPort { get; set; } = 3310;

    /// <summary>For one file. It must be below the patience of a person who sends one.</summary>
    [Range(1, 300)]
    public int ScannerSeconds { get; set; } = 20;

    /// <summary>The program of libvips that resizes pictures; on a machine without it, light ones are kept as they come.</summary>
    public string PictureProgram { get; set; } = "vips";

    /// <summary>The program of libvips that measures them, from their first bytes.</summary>
    public string PictureHeaderProgram { get; set; } = "vipsheader";

    /// <summary>How long a file that nothing points at is left alone: a form may be about to.</summary>
    [Range(1, 365)]
    public int GraceDays { get; set; } = 2;

    /// <summary>All files of one commune together.</summary>
    [Range(1, long.MaxValue)]
    public long MostBytesPerCommune { get; set; } = 20_000_000_000;
}
