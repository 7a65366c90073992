using System.Text.Json;
using System.Text.Json.Serialization;
using Saas.Contracts.Requests;
using Saas.Modules.Forms.Model;
using Saas.Shell.Data;

namespace Saas.Modules.Forms.Starting;

/// <summary>A file <c>forms/slug.json</c> of a folder of tenants/.</summary>
internal sealed record FormFile
{
    private static readonly JsonSerializerOptions Options = new(EntityConfigurations.Json) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <summary>Name of the file: the form's address.</summary>
    [JsonIgnore]
    public string Slug { get; init; } = "";

    public required string Title { get; init; }

    public string Summary { get; init; } = "";

    public string Introduction { get; init; } = "";

    /// <summary>Absent from the blueprint.</summary>
    public string Recipient { get; init; } = "";

    public required IReadOnlyList<Question> Questions { get; init; }

    public ProcedureTerms Terms { get; init; } = new();

    public static async Task<IReadOnlyList<FormFile>> ReadAllAsync(DirectoryInfo folder, CancellationToken cancel)
    {
        var forms = new DirectoryInfo(Path.Combine(folder.FullName, "forms"));
        var read = new List<FormFile>();
        var files = forms.Exists ? forms.GetFiles("*.json") : [];
        foreach (var file in files.OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            await using var content = file.OpenRead();
            var form = await JsonSerializer.DeserializeAsync<FormFile>(content, Options, cancel);
            read.Add(form! with { Slug = Path.GetFileNameWithoutExtension(file.Name) });
        }

        return read;
    }
}
