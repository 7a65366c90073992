using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;

namespace Saas.Shell.Identity;

/// <summary>How the keys of data protection lie in the database: section <c>Keys</c> of the configuration.</summary>
internal sealed class KeysOptions
{
    /// <summary>A PKCS#12 file that encrypts the keys made from now on; empty leaves them readable to who reads the database.</summary>
    public string Certificate { get; set; } = "";

    /// <summary>Of all the certificates.</summary>
    public string Password { get; set; } = "";

    /// <summary>Those that encrypted keys before.</summary>
    public IReadOnlyList<string> Former { get; set; } = [];
}

internal static class KeysProtection
{
    public static void ProtectKeys(this IDataProtectionBuilder protection, KeysOptions options)
    {
        if (options.Certificate.Length == 0)
        {
            return;
        }

        var current = Load(options.Certificate, options);
        protection
            .ProtectKeysWithCertificate(current)
            .UnprotectKeysWithAnyCertificate([current, .. options.Former.Select(path => Load(path, options))]);
    }

    private static X509Certificate2 Load(string path, KeysOptions options) => X509CertificateLoader.LoadPkcs12FromFile(path, options.Password);
}
