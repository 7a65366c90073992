using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.DataProtection;

namespace Saas.Shell.Settings;

/// <summary>
/// A key or password among settings. Stored encrypted, for one commune and one module: a row copied elsewhere is unreadable there. A page
/// shows <see cref="ToString"/> at most, and takes a new one with <see cref="Typed"/>.
/// </summary>
[JsonConverter(typeof(SecretStaysHere))]
public sealed record Secret
{
    private const int ShortestWithEnd = 12;
    private const string Dots = "••••••••";

    private readonly string _plain;

    public Secret(string plain)
    {
        ArgumentException.ThrowIfNullOrEmpty(plain);
        _plain = plain;
    }

    /// <summary>What a form that says « inchangé » keeps: the known one when nothing was typed.</summary>
    public static Secret? Typed(string? typed, Secret? known) => string.IsNullOrWhiteSpace(typed) ? known : new Secret(typed.Trim());

    /// <summary>For whoever it opens a door to; never for a page.</summary>
    public string Reveal() => _plain;

    /// <summary>« ••••••••3f7a »: enough to tell two keys apart. A short one shows nothing.</summary>
    public override string ToString() => _plain.Length < ShortestWithEnd ? Dots : Dots + _plain[^4..];
}

/// <summary>Writes secrets encrypted by the keys of the framework's data protection, which every node reads in the database.</summary>
internal sealed class SecretJson(IDataProtector protector, Action<Exception> unreadable) : JsonConverter<Secret>
{
    public override Secret? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return reader.GetString() is { Length: > 0 } text ? new Secret(protector.Unprotect(text)) : null;
        }
        catch (CryptographicException refused)
        {
            // Copied from another commune, or its key is lost: as if it had never been given, and the other settings still work.
            unreadable(refused);
            return null;
        }
    }

    public override void Write(Utf8JsonWriter writer, Secret value, JsonSerializerOptions options) => writer.WriteStringValue(protector.Protect(value.Reveal()));
}

/// <summary>In place of the right converter, anywhere else: a secret never leaves in clear, neither to a page nor to a log.</summary>
internal sealed class SecretStaysHere : JsonConverter<Secret>
{
    public override Secret? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException("A secret is read by ITenantSettings only.");

    public override void Write(Utf8JsonWriter writer, Secret value, JsonSerializerOptions options) => throw new NotSupportedException("A secret is written by ITenantSettings only.");
}
