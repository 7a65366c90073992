using System.Text.Json;
using System.Text.Json.Serialization;
using Saas.Contracts.Requests;
using Saas.Modules.Forms.Answering.Fields;
using Saas.Modules.Forms.Composing;
using Saas.Modules.Forms.Model;
using Saas.Shell.Data;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Forms.Starting;

/// <summary>A form as a file: <c>forms/slug.json</c> of a folder of tenants/, and what one commune gives to another.</summary>
internal sealed record FormFile
{
    /// <summary>Far more than any form needs.</summary>
    public const int MostBytes = 500_000;

    private const int MostQuestions = 200;

    private static readonly JsonSerializerOptions Options = new(EntityConfigurations.Json) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, WriteIndented = true };

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

    /// <summary>All but whom its requests go to, which is the commune's own.</summary>
    public static byte[] Write(Form form) => JsonSerializer.SerializeToUtf8Bytes(
        new FormFile { Title = form.Title, Summary = form.Summary, Introduction = form.Introduction, Questions = form.Questions, Terms = form.Terms },
        Options);

    /// <summary>Null when it is no form that could have been written here.</summary>
    public static async Task<FormFile?> ReadAsync(Stream content, CancellationToken cancel)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<FormFile>(content, Options, cancel) is { } file && file.IsSound ? file : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public StarterForm ToStarter(TenantKind kind) => new()
    {
        Kind = kind,
        Slug = Slug,
        Title = Title,
        Summary = Summary,
        Introduction = RichText.Clean(Introduction),
        Questions = Questions,
        Terms = Terms,
    };

    private bool IsSound =>
        Title is { Length: > 0 and <= CreateForm.LongestTitle }
        && Summary is not null && Introduction is not null && Terms is not null
        && Questions is { Count: <= MostQuestions }
        && Questions.All(question => question is not null && EditQuestion.IsId(question.Id) && FieldKinds.Has(question.Kind) && !QuestionInput.Of(question).Refusals([]).Any())
        && Questions.DistinctBy(question => question.Id).Count() == Questions.Count;

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
