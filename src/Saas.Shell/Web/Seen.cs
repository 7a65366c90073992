using System.Security.Cryptography;
using System.Text.Json;
using Saas.Shell.Data;

namespace Saas.Shell.Web;

/// <summary>
/// What a form was filled in from, in a hidden field: tells whether a colleague has saved something else since. For what has no version
/// of its own, or shares one with other pages.
/// </summary>
public static class Seen
{
    public static string Of<TStored>(TStored stored) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(stored, EntityConfigurations.Json)))[..32];
}
