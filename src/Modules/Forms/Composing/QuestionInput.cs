using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Saas.Modules.Forms.Answering.Fields;
using Saas.Modules.Forms.Model;

namespace Saas.Modules.Forms.Composing;

/// <summary>A question as it is typed by staff. A kind ignores what belongs to others, so that changing the kind loses nothing.</summary>
internal sealed class QuestionInput
{
    private const int LongestSetting = 200;

    public string? Label { get; set; }

    public string? Help { get; set; }

    public string Kind { get; set; } = "";

    public bool Required { get; set; } = true;

    /// <summary>One per line.</summary>
    public string? Options { get; set; }

    public bool AsList { get; set; }

    public List<FileFamily> Accepts { get; set; } = [];

    /// <summary>The answer says who sends the request: a name or an e-mail address.</summary>
    public bool IsSender { get; set; }

    /// <summary>What belongs to the kind alone, by the names it gives.</summary>
    public Dictionary<string, string?> Settings { get; set; } = [];

    public ConditionInput Condition { get; set; } = new();

    /// <summary>Validation reads it of a post without a kind too.</summary>
    [ValidateNever]
    public Field Asked => FieldKinds.Has(Kind) ? FieldKinds.Of(Kind) : FieldKinds.All.First();

    public static QuestionInput New(string kind) => new() { Kind = kind, Accepts = [.. Question.AllFiles] };

    public static QuestionInput Of(Question question) => new()
    {
        Label = question.Label,
        Help = question.Help,
        Kind = question.Kind,
        Required = question.Required,
        Options = string.Join('\n', question.Options),
        AsList = question.AsList,
        Accepts = [.. question.Accepts],
        IsSender = question.Role != QuestionRole.None,
        Settings = question.Settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value),
        Condition = ConditionInput.Of(question.When),
    };

    /// <summary>Name of the control of one of the kind's settings.</summary>
    public static string Control(string setting) => $"{nameof(Settings)}[{setting}]";

    public string Setting(string name) => (Settings.GetValueOrDefault(name) ?? "").Trim();

    public Question ToQuestion(string id) => new()
    {
        Id = id,
        Label = (Label ?? "").Trim(),
        Help = (Help ?? "").Trim(),
        Kind = Kind,
        Required = Required && Asked.Asks,
        Options = Asked.HasOptions ? Lines() : [],
        AsList = Asked.HasOptions && AsList,
        Accepts = Asked.TakesFiles ? [.. Question.AllFiles.Where(Accepts.Contains)] : Question.AllFiles,
        Role = IsSender ? Asked.SenderRole : QuestionRole.None,
        When = Condition.ToCondition(),
        Settings = Asked.Settings.Where(name => Setting(name).Length > 0).ToDictionary(name => name, Setting),
    };

    /// <summary>By the name of its control, a sentence.</summary>
    /// <param name="earlier">What its condition may ask about.</param>
    public IEnumerable<(string Control, string Sentence)> Refusals(IReadOnlyList<Question> earlier)
    {
        if (string.IsNullOrWhiteSpace(Label))
        {
            yield return (nameof(Label), Asked.Asks ? "Écrivez la question." : "Écrivez le titre.");
        }
        else if (Label.Trim().Length > 200)
        {
            yield return (nameof(Label), "La question est trop longue : 200 caractères au plus. Le reste peut aller dans l’aide.");
        }

        if (Help?.Length > 1_000)
        {
            yield return (nameof(Help), "L’aide est trop longue : 1 000 caractères au plus.");
        }

        foreach (var name in Asked.Settings.Where(name => Setting(name).Length > LongestSetting))
        {
            yield return (Control(name), $"{LongestSetting} caractères au plus.");
        }

        foreach (var refusal in Asked.RefuseSettings(this).Concat(Condition.Refusals(earlier)))
        {
            yield return refusal;
        }
    }

    /// <summary>The proposed answers.</summary>
    public List<string> Lines() =>
        [.. (Options ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct()];
}
