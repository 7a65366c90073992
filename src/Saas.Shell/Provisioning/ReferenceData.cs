using System.Security.Cryptography;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Saas.Shell.Provisioning;

/// <summary>
/// Loads the communes and EPCI of France from the npm package @etalab/decoupage-administratif, as the owner:
/// COPY is refused under row-level security, and the application has no business writing here.
/// </summary>
public sealed class ReferenceData(string ownerConnection)
{
    /// <summary>Raised when more is made of the same files, so that they are loaded again.</summary>
    private const string Edition = "2";

    /// <summary>Returns how many communes and EPCI there are; does nothing when this very data is already loaded.</summary>
    public async Task<(long Communes, long Epcis)> LoadAsync(string package, CancellationToken cancel)
    {
        var folder = Directory.Exists(Path.Combine(package, "data")) ? Path.Combine(package, "data") : package;
        var communes = await File.ReadAllBytesAsync(Path.Combine(folder, "communes.json"), cancel);
        var epcis = await File.ReadAllBytesAsync(Path.Combine(folder, "epci.json"), cancel);
        var hash = $"{Edition} {Convert.ToHexStringLower(SHA256.HashData([.. SHA256.HashData(communes), .. SHA256.HashData(epcis)]))}";

        await using var connection = new NpgsqlConnection(ownerConnection);
        await connection.OpenAsync(cancel);
        if (await ScalarAsync(connection, "select obj_description('shell.reference_communes'::regclass)", cancel) as string != hash)
        {
            await using var transaction = await connection.BeginTransactionAsync(cancel);
            var members = await CopyEpcisAsync(connection, epcis, cancel);
            await CopyCommunesAsync(connection, communes, members, cancel);
            await ScalarAsync(connection, $"comment on table shell.reference_communes is '{hash}'", cancel);
            await transaction.CommitAsync(cancel);
            await ScalarAsync(connection, "analyze shell.reference_communes, shell.reference_epcis", cancel);
        }

        return (
            (long)(await ScalarAsync(connection, "select count(*) from shell.reference_communes", cancel))!,
            (long)(await ScalarAsync(connection, "select count(*) from shell.reference_epcis", cancel))!);
    }

    /// <summary>By the INSEE code of each member.</summary>
    private static async Task<Dictionary<string, Epci>> CopyEpcisAsync(NpgsqlConnection connection, byte[] json, CancellationToken cancel)
    {
        await ScalarAsync(connection, "delete from shell.reference_epcis", cancel);
        var members = new Dictionary<string, Epci>(StringComparer.Ordinal);
        using var document = JsonDocument.Parse(json);
        await using var copy = await connection.BeginBinaryImportAsync("copy shell.reference_epcis (siren, name, kind) from stdin (format binary)", cancel);
        foreach (var epci in document.RootElement.EnumerateArray())
        {
            var siren = Text(epci, "code")!;
            var name = Text(epci, "nom")!;
            await copy.StartRowAsync(cancel);
            await copy.WriteAsync(siren, NpgsqlDbType.Text, cancel);
            await copy.WriteAsync(name, NpgsqlDbType.Text, cancel);
            await WriteAsync(copy, Text(epci, "type"), cancel);
            var known = new Epci(siren, Slugs.Of(name));
            foreach (var member in epci.GetProperty("membres").EnumerateArray())
            {
                members[Text(member, "code")!] = known;
            }
        }

        await copy.CompleteAsync(cancel);
        return members;
    }

    private static async Task CopyCommunesAsync(NpgsqlConnection connection, byte[] json, Dictionary<string, Epci> members, CancellationToken cancel)
    {
        await ScalarAsync(connection, "delete from shell.reference_communes", cancel);
        using var document = JsonDocument.Parse(json);
        var communes = document.RootElement.EnumerateArray().Where(entry => Text(entry, "type") == "commune-actuelle").Select(Read).ToList();
        var slugs = SlugsOf(communes);
        await using var copy = await connection.BeginBinaryImportAsync(
            "copy shell.reference_communes (code, name, slug, departement, region, siren, population, postal_codes, epci_siren, search_text) from stdin (format binary)", cancel);
        foreach (var commune in communes)
        {
            await copy.StartRowAsync(cancel);
            await copy.WriteAsync(commune.Code, NpgsqlDbType.Text, cancel);
            await copy.WriteAsync(commune.Name, NpgsqlDbType.Text, cancel);
            await copy.WriteAsync(slugs[commune.Code], NpgsqlDbType.Text, cancel);
            await WriteAsync(copy, commune.Departement, cancel);
            await WriteAsync(copy, commune.Region, cancel);
            await WriteAsync(copy, commune.Siren, cancel);
            if (commune.Population is { } population)
            {
                await copy.WriteAsync(population, NpgsqlDbType.Integer, cancel);
            }
            else
            {
                await copy.WriteNullAsync(cancel);
            }

            await copy.WriteAsync(commune.PostalCodes, NpgsqlDbType.Array | NpgsqlDbType.Text, cancel);
            var epci = members.GetValueOrDefault(commune.Code);
            await WriteAsync(copy, epci?.Siren, cancel);
            string?[] searched = [slugs[commune.Code], Slugs.Of(commune.Code), .. commune.PostalCodes, epci?.Siren, epci?.Slug];
            await copy.WriteAsync(string.Join(' ', searched.OfType<string>()), NpgsqlDbType.Text, cancel);
        }

        await copy.CompleteAsync(cancel);
    }

    private static Entry Read(JsonElement commune) => new(
        Text(commune, "code")!,
        Text(commune, "nom")!,
        Text(commune, "departement"),
        Text(commune, "region"),
        Text(commune, "siren"),
        commune.TryGetProperty("population", out var population) ? population.GetInt32() : null,
        commune.TryGetProperty("codesPostaux", out var codes) ? codes.EnumerateArray().Select(code => code.GetString()!).ToArray() : []);

    /// <summary>The most populous homonym keeps the bare slug; the others add their département (homonyms never share one).</summary>
    private static Dictionary<string, string> SlugsOf(List<Entry> communes)
    {
        var slugs = new Dictionary<string, string>(StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var commune in communes.OrderByDescending(c => c.Population ?? 0).ThenBy(c => c.Code, StringComparer.Ordinal))
        {
            var bare = Slugs.Of(commune.Name);
            var slug = new[] { bare, $"{bare}-{Slugs.Of(commune.Departement ?? commune.Code)}", $"{bare}-{Slugs.Of(commune.Code)}" }.First(taken.Add);
            slugs[commune.Code] = slug;
        }

        return slugs;
    }

    private static Task WriteAsync(NpgsqlBinaryImporter copy, string? value, CancellationToken cancel) =>
        value is null ? copy.WriteNullAsync(cancel) : copy.WriteAsync(value, NpgsqlDbType.Text, cancel);

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static async Task<object?> ScalarAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        return await command.ExecuteScalarAsync(cancel);
    }

    private sealed record Epci(string Siren, string Slug);

    private sealed record Entry(string Code, string Name, string? Departement, string? Region, string? Siren, int? Population, string[] PostalCodes);
}
