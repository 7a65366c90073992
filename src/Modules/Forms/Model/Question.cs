using System.Text.Json.Serialization;
using Saas.Modules.Forms.Answering.Fields;

namespace Saas.Modules.Forms.Model;

/// <summary>One question of a form. Kept as JSON in the form and, frozen, in its editions: what is added here has a default.</summary>
internal sealed record Question
{
    public static IReadOnlyList<FileFamily> AllFiles { get; } = [FileFamily.Pdf, FileFamily.Picture, FileFamily.Text];

    private static readonly IReadOnlyDictionary<string, string> NoSettings = new Dictionary<string, string>();

    /// <summary>Short and stable: an answer of a draft is found by it, whatever becomes of the label.</summary>
    public required string Id { get; init; }

    public required string Label { get; init; }

    public string Help { get; init; } = "";

    /// <summary>How it is answered: the name of a folder of Answering/Fields.</summary>
    public required string Kind { get; init; }

    public bool Required { get; init; }

    /// <summary>Of a choice, in order.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>A choice shown as a drop-down list instead of one line per option.</summary>
    public bool AsList { get; init; }

    /// <summary>Of a file.</summary>
    public IReadOnlyList<FileFamily> Accepts { get; init; } = AllFiles;

    public QuestionRole Role { get; init; }

    /// <summary>What belongs to its kind alone, by the names the kind gives.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = NoSettings;

    /// <summary>When it is met; null always.</summary>
    public Condition? When { get; init; }

    /// <summary>Name and id of its control on the page.</summary>
    [JsonIgnore]
    public string Field => $"q_{Id}";

    [JsonIgnore]
    public Field Asked => FieldKinds.Of(Kind);

    public string Setting(string name) => Settings.GetValueOrDefault(name, "");

    public string? MissingBeforePublication() =>
        string.IsNullOrWhiteSpace(Label) ? "Une question n’a pas d’intitulé." : Asked.MissingBeforePublication(this);

    /// <summary>Whether two versions read the same to a resident. Lists are compared by what they hold.</summary>
    public bool ReadsLike(Question other) =>
        this with { Options = other.Options, Accepts = other.Accepts, Settings = other.Settings } == other
        && Options.SequenceEqual(other.Options)
        && Accepts.SequenceEqual(other.Accepts)
        && Settings.OrderBy(setting => setting.Key, StringComparer.Ordinal).SequenceEqual(other.Settings.OrderBy(setting => setting.Key, StringComparer.Ordinal));
}

/// <summary>What an answer is used for, beyond being read.</summary>
internal enum QuestionRole
{
    None,

    /// <summary>Whom the town hall answers.</summary>
    SenderName,

    /// <summary>Where the receipt and the answers are sent.</summary>
    SenderEmail,
}

/// <summary>Kinds of files in the words of the screen.</summary>
internal enum FileFamily
{
    Pdf,
    Picture,
    Text,
}
