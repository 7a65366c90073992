using System.Text.Json.Serialization;

namespace Saas.Modules.Forms.Model;

/// <summary>One question of a form. Kept as JSON in the form and, frozen, in its editions.</summary>
internal sealed record Question
{
    public static IReadOnlyList<FileFamily> AllFiles { get; } = [FileFamily.Pdf, FileFamily.Picture, FileFamily.Text];

    /// <summary>Short and stable: an answer of a draft is found by it, whatever becomes of the label.</summary>
    public required string Id { get; init; }

    public required string Label { get; init; }

    public string Help { get; init; } = "";

    public required QuestionKind Kind { get; init; }

    public bool Required { get; init; }

    /// <summary>Of a choice, in order.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>A choice shown as a drop-down list instead of one line per option.</summary>
    public bool AsList { get; init; }

    /// <summary>Of a file.</summary>
    public IReadOnlyList<FileFamily> Accepts { get; init; } = AllFiles;

    public QuestionRole Role { get; init; }

    /// <summary>Name and id of its control on the page.</summary>
    [JsonIgnore]
    public string Field => $"q_{Id}";

    public string? MissingBeforePublication() =>
        string.IsNullOrWhiteSpace(Label) ? "Une question n’a pas d’intitulé."
        : Kind == QuestionKind.Choice && Options.Count < 2 ? $"La question « {Label} » doit proposer au moins deux réponses."
        : Kind == QuestionKind.File && Accepts.Count == 0 ? $"La question « {Label} » doit accepter au moins un type de fichier."
        : null;

    /// <summary>Whether two versions read the same to a resident. Lists are compared by what they hold.</summary>
    public bool ReadsLike(Question other) =>
        this with { Options = other.Options, Accepts = other.Accepts } == other
        && Options.SequenceEqual(other.Options)
        && Accepts.SequenceEqual(other.Accepts);
}
